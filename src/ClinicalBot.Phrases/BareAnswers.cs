using ClinicalBot.Phrases.Scope;
using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>Plain answers that are a whole message: yes, no, none, skip, not sure. Nothing here is found inside a longer message.</summary>
internal static class BareAnswers
{
    /// <summary>What an answer says, as <c>answers.tsv</c> names it.</summary>
    private enum Kind
    {
        Assent, Yes, No, Unknown, Nothing, None,
    }

    private static readonly ILookup<string, Kind> Kinds = TableFile.Rows("answers.tsv").SelectMany(row => row[1].Split('|').SelectMany(Alternatives.Of)
        .Select(answer => (answer: Commaless(answer), Kind: Enum.Parse<Kind>(row[0], ignoreCase: true))))
        .ToLookup(pair => pair.answer, pair => pair.Kind, StringComparer.Ordinal);

    /// <summary>The skip or plain answer the whole message is; null when it is something else.</summary>
    public static Reading? Read(string normalized, Topic? topic)
    {
        // "none?!" and "ok?)" ask as well.
        var isQuestion = normalized.Contains('?', StringComparison.Ordinal);
        var text = Plain(normalized);
        var kinds = Kinds[text].ToList();
        return topic == Topic.Context && kinds.Contains(Kind.Nothing)
                ? new Reading { ContextSkipped = true, Confirmation = kinds.Contains(Kind.No) ? YesNo.No : null }
            : kinds.Contains(Kind.Unknown) || text.Length == 0 && isQuestion ? OfUnknown(topic)
            // Without a topic a single finding is in doubt: an "ok" takes nothing back. "ok?" asks, and says nothing of any finding.
            : kinds.Contains(Kind.Assent) ? topic is null || isQuestion ? Reading.Nothing : new Reading { Confirmation = YesNo.Yes }
            : isQuestion ? null
            : topic == Topic.RedFlags && kinds.Contains(Kind.None) ? OfAll(Topic.RedFlags, Outcome.Reassuring)
            : kinds.Contains(Kind.Yes) ? new Reading { Confirmation = YesNo.Yes }
            : kinds.Contains(Kind.No) ? new Reading { Confirmation = YesNo.No }
            : null;
    }

    /// <summary>"Not sure", "skip", "?" or "not tested": everything the open question shows is unknown, never reassuring.</summary>
    private static Reading OfUnknown(Topic? topic) => topic switch
    {
        Topic.Time => new Reading { BlockTime = new BlockTimeReading.Unknown() },
        Topic.Context => Reading.Nothing,
        Topic.Motor or Topic.Sensation or Topic.RedFlags => OfAll(topic.Value, Outcome.Unknown),
        _ => new Reading { Confirmation = YesNo.Unknown },
    };

    private static Reading OfAll(Topic topic, Outcome outcome) =>
        FindingTable.Of(topic).Aggregate(Reading.Nothing, (reading, row) => row.Set(reading, outcome));

    /// <summary>Without punctuation at the ends, without commas and with single spaces: "Yes, correct." is "yes correct".</summary>
    private static string Plain(string normalized) => Commaless(string.Join(' ', normalized.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        .Trim(' ', '.', '!', '?', ',', ';', ':', '"', '\u201c', '\u201d', '/').Replace("/", " / ", StringComparison.Ordinal));

    private static string Commaless(string answer) => string.Join(' ', answer.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
}
