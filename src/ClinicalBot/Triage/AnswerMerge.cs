using ClinicalBot.Phrases;

namespace ClinicalBot.Triage;

/// <summary>What taking over a reading changed.</summary>
/// <param name="Answers">The answers now.</param>
/// <param name="Changed">Findings that were taken over.</param>
/// <param name="HeardAnything">The reading said something a triage keeps, or something to ask back.</param>
/// <param name="AskAnew">A step that must be asked as a whole: something of it was mentioned without saying what ("weak leg").</param>
internal sealed record Merged(
    TriageAnswers Answers, IReadOnlyList<TriageFinding> Changed, bool HeardAnything, Topic? AskAnew);

/// <summary>Takes what a message or card says into the answers. Safe side throughout: the worst value stays until somebody confirms a better one.</summary>
internal static class AnswerMerge
{
    /// <summary>Merges a reading.</summary>
    /// <param name="answers">What was known.</param>
    /// <param name="reading">What was just said.</param>
    /// <param name="correcting">The step the person chose to answer anew: there, a better value may replace a worse one.</param>
    public static Merged Merge(TriageAnswers answers, Reading reading, Topic? correcting)
    {
        var before = answers;
        var changed = new List<TriageFinding>();
        var doubts = new List<Doubt>(answers.Doubts);
        foreach (var finding in TriageFindings.All.Where(finding => finding.IsHeard(reading)))
        {
            var open = correcting == finding.Topic && !finding.IsRedFlag;
            if (finding.IsHeardUnknown(reading) && finding.Known(answers) is not null && !open && (finding.IsAdverse(answers) || IsBlanket(finding.Topic, reading)))
            {
                continue;
            }

            if (finding.Topic != Topic.Context && !open && finding.Softens(answers, reading))
            {
                Ask(doubts, new Doubt(finding.Path, DoubtKind.Contradiction));
                continue;
            }

            answers = finding.Take(answers, reading);
            doubts.RemoveAll(doubt => doubt.Finding == finding.Path);
            changed.Add(finding);
        }

        var askAnew = Vague(reading);
        foreach (var doubt in reading.Doubts.Where(doubt => TopicOf(doubt) != askAnew))
        {
            Ask(doubts, doubt);
        }

        answers = Circumstances(Time(answers, reading, correcting, doubts), reading) with { Doubts = doubts };
        var heard = changed.Count > 0 || askAnew is not null || doubts.Count > before.Doubts.Count || answers with { Doubts = before.Doubts } != before;
        return new Merged(answers, changed, heard, askAnew);
    }

    /// <summary>The topic that was spoken of without saying which finding is meant; null when none was.</summary>
    private static Topic? Vague(Reading reading) => reading.Doubts
        .Where(doubt => TopicOf(doubt) is not null)
        .GroupBy(TopicOf)
        .FirstOrDefault(group => group.Any(doubt => TriageFindings.Find(doubt.Finding) is null) || group.Count(doubt => doubt.Kind == DoubtKind.Unspecific) > 1)?.Key;

    private static Topic? TopicOf(Doubt doubt) => doubt.Finding switch
    {
        "motor" => Topic.Motor,
        "redFlags" => Topic.RedFlags,
        var path => TriageFindings.Find(path)?.Topic,
    };

    /// <summary>"skip" and "not tested" say unknown of everything a step shows: they fill gaps and take nothing back.</summary>
    private static bool IsBlanket(Topic topic, Reading reading) =>
        TriageFindings.Of(topic).Where(finding => finding.Path != "numbness").All(finding => finding.IsHeardUnknown(reading));

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
            case BlockTimeReading.Known known when known.NeedsConfirmation || (answers.BlockTime is { } told && told != known.At && correcting != Topic.Time):
                doubts.RemoveAll(doubt => doubt.Finding == BlockTime);
                doubts.Insert(0, new Doubt(BlockTime, DoubtKind.Unclear));
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

    /// <summary>Path under which the block time is asked back.</summary>
    public const string BlockTime = "blockTime";
}
