using NodaTime;

namespace ClinicalBot.Phrases;

/// <summary>What a message is read against.</summary>
/// <param name="Topic">The question that is open; null outside a dialog. Decides what "none", "normal", "skip" and a bare time mean.</param>
/// <param name="SentAt">The message's own timestamp: relative times count from it.</param>
/// <param name="Zone">The sender's zone, else the site's.</param>
public sealed record PhraseContext(Topic? Topic, DateTimeOffset SentAt, DateTimeZone Zone);

/// <summary>Reads what clinicians type.</summary>
public static class PhraseReader
{
    /// <summary>Reads one message. Never throws on what people type; what is not understood is simply not in the reading.</summary>
    public static Reading Read(string text, PhraseContext context) => Reading.Nothing;
}
