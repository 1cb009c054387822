using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>Decides every exam of a case anew from its record.</summary>
public static class CaseReplay
{
    /// <summary>One line per exam, in the order they were made, the replaced ones included.</summary>
    /// <param name="events">The whole record of one case, in order.</param>
    public static IReadOnlyList<ExamReplay> Run(IEnumerable<CaseEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var lines = new List<ExamReplay>();
        var earlier = new List<Assessment>();
        foreach (var happened in events)
        {
            var (exam, replaces) = happened switch
            {
                CaseEvent.Opened opened => (opened.Exam, false),
                CaseEvent.Assessed assessed => (assessed.Exam, assessed.Replaces),
                _ => (null, false),
            };
            if (happened is CaseEvent.Withdrawn)
            {
                earlier.RemoveAt(earlier.Count - 1);
            }

            if (exam is null)
            {
                continue;
            }

            if (replaces)
            {
                earlier.RemoveAt(earlier.Count - 1);
            }

            var now = DecisionRecord.Of(exam.Assessment, earlier, exam.Decision.RecheckInterval);
            lines.Add(new ExamReplay(exam, now, Differences(exam.Decision, now)));
            earlier.Add(exam.Assessment);
        }

        return lines;
    }

    private static IReadOnlyList<string> Differences(DecisionRecord then, DecisionRecord now)
    {
        List<string> differences = [];
        Compare("urgency", then.Urgency, now.Urgency);
        Compare("validUntil", then.ValidUntil?.UtcDateTime, now.ValidUntil?.UtcDateTime);
        Compare("rules", List(then.Rules), List(now.Rules));
        Compare("steps", List(then.Steps), List(now.Steps));
        Compare("holds", List(then.Holds), List(now.Holds));
        Compare("considerations", List(then.Considerations), List(now.Considerations));
        Compare("contacts", List(then.Contacts), List(now.Contacts));
        Compare("missing", List(then.Missing), List(now.Missing));
        Compare("ruleset", then.Ruleset, now.Ruleset);
        return differences;

        void Compare<T>(string what, T before, T after)
        {
            if (!EqualityComparer<T>.Default.Equals(before, after))
            {
                differences.Add(FormattableString.Invariant($"{what}: {before} -> {after}"));
            }
        }
    }

    private static string List<T>(IReadOnlyList<T> items) => string.Join(", ", items);
}

/// <summary>One exam decided anew.</summary>
/// <param name="Exam">As recorded.</param>
/// <param name="Now">What is decided today on the same findings.</param>
/// <param name="Differences">"urgency: Urgent -> Emergency" and the like; empty when the same.</param>
public sealed record ExamReplay(Exam Exam, DecisionRecord Now, IReadOnlyList<string> Differences);
