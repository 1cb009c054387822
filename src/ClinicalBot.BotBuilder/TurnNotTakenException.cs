namespace ClinicalBot.BotBuilder;

/// <summary>
/// An activity did not become a turn, and nothing of it happened: the channel must be told, with a status of 500 and above, so that it
/// sends it again. The adapter does so when no error handler swallows this.
/// </summary>
public sealed class TurnNotTakenException : Exception
{
    /// <param name="message">Why; never what was sent.</param>
    public TurnNotTakenException(string message)
        : base(message)
    {
    }
}
