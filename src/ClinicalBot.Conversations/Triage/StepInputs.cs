using System.Globalization;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Phrases;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace ClinicalBot.Conversations.Triage;

/// <summary>Reads the inputs of a step's card into the same reading that typed text gives.</summary>
internal static class StepInputs
{
    private static readonly ZoneLocalMappingResolver EarlierInstant = Resolvers.CreateMappingResolver(
        (earlier, _) => earlier,
        // Clocks went forward: the offset after the gap gives the earlier instant.
        (local, zone, _, after) => local.WithOffset(after.WallOffset).ToInstant().InZone(zone));

    /// <summary>Most percent a concentration can be.</summary>
    public const decimal MostPercent = 100;

    /// <summary>Most milliliters a level can get.</summary>
    public const decimal MostMilliliters = 1000;

    private static readonly string[] FreeInputs = ["date", "time", "context.agent", "context.concentrationPercent", "context.volumePerLevelMl"];

    /// <summary>The reading; null when an input holds what it cannot.</summary>
    public static Reading? Read(CardSubmit submit, Topic topic, DateTimeOffset now, DateTimeZone zone) =>
        topic == Topic.Time ? Time(submit, now, zone) : FindingTable.Of(topic).Aggregate((Reading?)Circumstances(submit, topic), (reading, finding) =>
            reading is null || submit[finding.Path] is not { Length: > 0 } value ? reading : finding.Say(reading, value));

    /// <summary>The card had no inputs of this step, or none was used.</summary>
    public static bool IsEmpty(CardSubmit submit, Topic topic) => FindingTable.Of(topic).All(finding => string.IsNullOrEmpty(submit[finding.Path]));

    /// <summary>What was entered into the free inputs, as it was, to be shown again. Bounded: a client may send anything.</summary>
    public static IReadOnlyDictionary<string, string> Typed(CardSubmit submit) => FreeInputs
        .Select(id => (id, Value: submit[id]))
        .Where(input => input.Value is { Length: > 0 })
        .ToDictionary(input => input.id, input => input.Value![..Math.Min(input.Value!.Length, 60)]);

    /// <summary>True when a card's inputs hold an adverse finding, whatever step it belongs to.</summary>
    public static bool IsAdverse(CardSubmit submit) => FindingTable.All
        .Where(finding => finding.Topic != Topic.Context && finding.Path != "numbness" && submit[finding.Path] is not null)
        .Any(finding => finding.Say(Reading.Nothing, submit[finding.Path]!) is { } reading && finding.IsAdverse(reading));

    /// <summary>True when the text is a number this input takes, or empty.</summary>
    public static bool IsNumber(string? text, decimal most) => Number(text, most, out _);

    private static Reading? Time(CardSubmit submit, DateTimeOffset now, DateTimeZone zone)
    {
        if (submit["date"] is not { } date || submit["time"] is not { Length: >= 5 } time)
        {
            return null;
        }

        var (day, clock) = (LocalDatePattern.Iso.Parse(date), LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time[..5]));
        if (!day.Success || !clock.Success)
        {
            return null;
        }

        var at = (day.Value + clock.Value).InZone(zone, EarlierInstant).ToDateTimeOffset();
        return new Reading
        {
            BlockTime = at > now ? new BlockTimeReading.Refused(at, InFuture: true)
                : now - at > TimeSpan.FromDays(30) ? new BlockTimeReading.Refused(at, InFuture: false)
                : new BlockTimeReading.Known(at, NeedsConfirmation: false),
        };
    }

    private static Reading? Circumstances(CardSubmit submit, Topic topic)
    {
        if (topic != Topic.Context)
        {
            return Reading.Nothing;
        }

        var agent = submit["context.agent"]?.Trim();
        return Number(submit["context.concentrationPercent"], MostPercent, out var concentration)
            && Number(submit["context.volumePerLevelMl"], MostMilliliters, out var volume)
            ? new Reading
            {
                Agent = string.IsNullOrEmpty(agent) ? null : agent[..Math.Min(agent.Length, 60)],
                ConcentrationPercent = concentration,
                VolumePerLevelMl = volume,
                ContextSkipped = true,
            }
            : null;
    }

    private static bool Number(string? text, decimal most, out decimal? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var read = decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= most;
        value = number;
        return read;
    }
}
