using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Triage;

/// <summary>What was asked back before it counts, and the answer to that.</summary>
internal static class DoubtAnswers
{
    /// <summary>The doubt a plain yes, no or "not sure" answers; null when something else was said.</summary>
    public static Doubt? Settled(TriageAnswers answers, Reading reading) => answers.Doubts switch
    {
        [{ Finding: AnswerMerge.BlockTime } doubt, ..] when reading.BlockTime is BlockTimeReading.Unknown && answers.BlockTime is not null => doubt,
        [{ Finding: AnswerMerge.BlockTime } doubt, ..] when reading.BlockTime is null && reading.Confirmation is not null => doubt,
        [{ Finding: not AnswerMerge.BlockTime } doubt, ..] when reading.Confirmation is not null
            && FindingTable.Find(doubt.Finding)?.IsHeard(reading) is not true => doubt,
        _ => null,
    };

    /// <summary>The answers once the first doubt is settled.</summary>
    public static TriageAnswers Confirm(TriageAnswers answers, Doubt doubt, YesNo confirmation)
    {
        answers = answers with { Doubts = [.. answers.Doubts.Skip(1)] };
        if (doubt.Finding != AnswerMerge.BlockTime)
        {
            return FindingTable.Find(doubt.Finding)?.Confirm(answers, confirmation) ?? answers;
        }

        var time = confirmation switch
        {
            YesNo.Yes => answers.BlockTimeCandidate ?? answers.BlockTime,
            YesNo.No => answers.BlockTime,
            _ => TriageAnswers.Earlier(answers.BlockTime, answers.BlockTimeCandidate),
        };
        return answers with { BlockTime = time, BlockTimeUnknown = time is null && answers.BlockTimeUnknown, BlockTimeCandidate = null };
    }
}
