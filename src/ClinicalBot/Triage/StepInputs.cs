using System.Globalization;
using ClinicalBot.Cards;
using ClinicalBot.Phrases;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace ClinicalBot.Triage;

/// <summary>Reads the inputs of a step's card into the same reading that typed text gives.</summary>
internal static class StepInputs
{
    private static readonly ZoneLocalMappingResolver EarlierInstant = Resolvers.CreateMappingResolver(
        (earlier, _) => earlier,
        // Clocks went forward: the offset after the gap gives the earlier instant.
        (local, zone, _, after) => local.WithOffset(after.WallOffset).ToInstant().InZone(zone));

    /// <summary>The reading; null when an input holds what it cannot.</summary>
    public static Reading? Read(CardSubmit submit, Topic topic, DateTimeOffset now, DateTimeZone zone) =>
        topic == Topic.Time ? Time(submit, now, zone) : TriageFindings.Of(topic).Aggregate((Reading?)Circumstances(submit, topic), (reading, finding) =>
            reading is null || submit[finding.Path] is not { Length: > 0 } value ? reading : finding.Say(reading, value));

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
        return Number(submit["context.concentrationPercent"], 100, out var concentration) && Number(submit["context.volumePerLevelMl"], 1000, out var volume)
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

        var read = decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most;
        value = number;
        return read;
    }
}
