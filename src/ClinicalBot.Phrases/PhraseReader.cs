using NodaTime;

namespace ClinicalBot.Phrases;

/// <summary>What a message is read against.</summary>
/// <param name="Topic">The question that is open; null outside a dialog. Decides what "none", "normal", "skip" and a bare time mean.</param>
/// <param name="SentAt">The message's own timestamp: relative times count from it.</param>
/// <param name="Zone">The sender's zone, else the site's.</param>
public sealed record PhraseContext(Topic? Topic, DateTimeOffset SentAt, DateTimeZone Zone);

/// <summary>Reads what clinicians type. A value that worsens needs only its own words; a value that reassures needs every word around it understood, and none
/// of them in doubt. What is not understood is asked again.</summary>
public static class PhraseReader
{
    /// <summary>Reads one message. Never throws on what people type; what is not understood is simply not in the reading.</summary>
    public static Reading Read(string text, PhraseContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        if (text.Length > TypedText.MaxLength)
        {
            return new Reading { TooLong = true };
        }

        var normalized = TypedText.Normalize(text);
        return BareAnswers.Read(normalized, context.Topic) ?? ReadFindings(text, context);
    }

    private static Reading ReadFindings(string typed, PhraseContext context)
    {
        var message = MessageReader.Read(typed, context.Topic);
        var reading = new BlockTimes(message, context, typed).Complete(Reading.Nothing) with { NotUnderstood = message.NotUnderstood(typed),
            Corrects = message.Corrects };
        reading = OutsideReader.Complete(reading, message);
        reading = new ReadingBuilder(message.Claims, message.Text, typed, context.Topic).Complete(reading);
        return BlockCircumstances.Complete(reading, message.Clauses, context.Topic, clause => message.Text.Typed(typed, clause.Start, clause.End));
    }
}
