using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Triage;

/// <summary>What taking over a reading changed.</summary>
/// <param name="Answers">The answers now.</param>
/// <param name="Changed">Findings that were taken over.</param>
/// <param name="Circumstances">Circumstances of the block that were taken over and are no findings, in words.</param>
/// <param name="HeardAnything">The reading said something a triage keeps, or something to ask back.</param>
internal sealed record Merged(TriageAnswers Answers, IReadOnlyList<Finding> Changed, IReadOnlyList<string> Circumstances, bool HeardAnything)
{
    /// <summary>Another time of the injection stands now: it is said, so that a slip is seen.</summary>
    public bool IsTimeReplaced { get; init; }
}

/// <summary>Takes what a message or card says into the answers. Safe side throughout: the worst value stays until a better one is confirmed.</summary>
internal static class AnswerMerge
{
    /// <summary>Path under which the block time is asked back.</summary>
    public const string BlockTime = "blockTime";

    /// <summary>Merges a reading.</summary>
    /// <param name="answers">What was known.</param>
    /// <param name="reading">What was just said.</param>
    /// <param name="correcting">The step the person chose to answer anew: there, as in a message that corrects, a better value may replace a worse one,
    /// but for a red flag.</param>
    public static Merged Merge(TriageAnswers answers, Reading reading, Topic? correcting)
    {
        var vague = Vague(reading);
        var before = vague.Contains(Topic.RedFlags) ? WithoutDenials(answers) : answers;
        answers = before;
        var changed = new List<Finding>();
        var doubts = new List<Doubt>(answers.Doubts);
        foreach (var finding in FindingTable.All.Where(finding => finding.IsHeard(reading)))
        {
            switch (Judge(answers, finding, reading, reading.Corrects || correcting == finding.Topic))
            {
                case Verdict.Take:
                    answers = finding.Take(answers, reading);
                    doubts.RemoveAll(doubt => doubt.Finding == finding.Path);
                    changed.Add(finding);
                    break;
                case Verdict.Ask:
                    Ask(doubts, new Doubt(finding.Path, DoubtKind.Contradiction, QuoteOf(reading, finding.Path)));
                    break;
                default:
                    break;
            }
        }

        answers = Circumstances(Time(answers, reading, correcting, doubts), reading);
        // A time in doubt can only be asked back when one was read.
        foreach (var doubt in reading.Doubts.Where(doubt => TopicOf(doubt) is { } topic ? !vague.Contains(topic) : answers.BlockTimeCandidate is not null))
        {
            Ask(doubts, doubt);
        }

        // What could raise the urgency is asked first, whatever step is open.
        answers = answers with { Doubts = [.. doubts.OrderBy(doubt => TopicOf(doubt) != Topic.RedFlags)],
            AskAnew = [.. vague.Union(answers.AskAnew).Order(RedFlagsFirst)] };
        var heard = changed.Count > 0 || vague.Count > 0 || doubts.Count > before.Doubts.Count
            || answers with { Doubts = before.Doubts, AskAnew = before.AskAnew } != before;
        return new Merged(answers, changed, AnswerLines.Circumstances(before, answers), heard)
        {
            IsTimeReplaced = before.BlockTime is not null && answers.BlockTime is not null && answers.BlockTime != before.BlockTime,
        };
    }

    private static IComparer<Topic> RedFlagsFirst { get; } = Comparer<Topic>.Create((a, b) => (a != Topic.RedFlags).CompareTo(b != Topic.RedFlags));

    private enum Verdict
    {
        Take,
        Keep,
        Ask,
    }

    private static Verdict Judge(TriageAnswers answers, Finding finding, Reading reading, bool chosen)
    {
        if (finding.Known(answers) is null || finding.Topic == Topic.Context)
        {
            return Verdict.Take;
        }

        if (finding.IsHeardUnknown(reading))
        {
            var blanket = IsBlanket(finding.Topic, reading);
            return finding.IsAdverse(answers) ? chosen && !blanket ? Verdict.Ask : Verdict.Keep
                : chosen || !blanket ? Verdict.Take : Verdict.Keep;
        }

        return finding.Softens(answers, reading) && (!chosen || finding.IsRedFlag) ? Verdict.Ask : Verdict.Take;
    }

    /// <summary>"Red flags present" without saying which: what was denied before is open again.</summary>
    private static TriageAnswers WithoutDenials(TriageAnswers answers) => FindingTable.Of(Topic.RedFlags)
        .Where(flag => !flag.IsAdverse(answers))
        .Aggregate(answers, (open, flag) => flag.Forget(open));

    /// <summary>The topics that were spoken of without saying which finding is meant ("weak leg").</summary>
    private static HashSet<Topic> Vague(Reading reading) =>
    [
        .. reading.Doubts.GroupBy(TopicOf)
            .Where(group => group.Key is not null && (group.Any(doubt => FindingTable.Find(doubt.Finding) is null)
                || group.Count(doubt => doubt.Kind == DoubtKind.Unspecific) > 1))
            .Select(group => group.Key!.Value),
    ];

    /// <summary>The topic of what is in doubt; null for the time.</summary>
    public static Topic? TopicOf(Doubt doubt) => doubt.Finding switch
    {
        "motor" => Topic.Motor,
        "redFlags" => Topic.RedFlags,
        var path => FindingTable.Find(path)?.Topic,
    };

    /// <summary>"skip" and "not tested" say unknown of everything a step shows: they fill gaps and take nothing back.</summary>
    private static bool IsBlanket(Topic topic, Reading reading) =>
        FindingTable.Of(topic).Where(finding => finding.Path != "numbness").All(finding => finding.IsHeardUnknown(reading));

    /// <summary>The words a message's own doubt about a finding came from; "" without one.</summary>
    private static string QuoteOf(Reading reading, string path) => reading.Doubts.FirstOrDefault(doubt => doubt.Finding == path)?.Quote ?? "";

    private static void Ask(List<Doubt> doubts, Doubt doubt)
    {
        if (!doubts.Exists(known => known.Finding == doubt.Finding))
        {
            doubts.Add(doubt);
        }
    }

    private static TriageAnswers Time(TriageAnswers answers, Reading reading, Topic? correcting, List<Doubt> doubts)
    {
        switch (reading.BlockTime)
        {
            case BlockTimeReading.Known known when known.NeedsConfirmation
                || (answers.BlockTime is { } told && told != known.At && !reading.Corrects && correcting != Topic.Time):
                doubts.RemoveAll(doubt => doubt.Finding == BlockTime);
                doubts.Insert(0, new Doubt(BlockTime, DoubtKind.Unclear, QuoteOf(reading, BlockTime)));
                return answers with { BlockTimeCandidate = known.At };
            case BlockTimeReading.Known known:
                doubts.RemoveAll(doubt => doubt.Finding == BlockTime);
                return answers with { BlockTime = known.At, BlockTimeUnknown = false, BlockTimeCandidate = null };
            case BlockTimeReading.Unknown when answers.BlockTime is null || correcting == Topic.Time:
                doubts.RemoveAll(doubt => doubt.Finding == BlockTime);
                return answers with { BlockTime = null, BlockTimeUnknown = true, BlockTimeCandidate = null };
            default:
                return answers;
        }
    }

    private static TriageAnswers Circumstances(TriageAnswers answers, Reading reading) => answers with
    {
        Agent = reading.Agent ?? answers.Agent,
        ConcentrationPercent = reading.ConcentrationPercent ?? answers.ConcentrationPercent,
        VolumePerLevelMl = reading.VolumePerLevelMl ?? answers.VolumePerLevelMl,
        Side = reading.Side ?? answers.Side,
        Levels = reading.Levels ?? answers.Levels,
        KnownEarlierDeficit = answers.KnownEarlierDeficit || reading.KnownEarlierDeficit,
    };
}
