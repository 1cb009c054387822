using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>"Not sure", "skip", "?" or "not tested" as the whole answer: everything the open question shows is unknown, never reassuring.</summary>
internal static class UnknownReading
{
    /// <summary>Outside a dialog there is nothing it could be about.</summary>
    public static Reading For(Topic topic) => topic switch
    {
        Topic.Time => new Reading { BlockTime = new BlockTimeReading.Unknown() },
        Topic.Review => new Reading { Confirmation = YesNo.Unknown },
        Topic.Context => Reading.Nothing,
        _ => FindingTable.Of(topic).Aggregate(Reading.Nothing, (reading, row) =>
            row.Set(reading, Scope.Outcome.Unknown)),
    };
}
