using ClinicalBot.Escalation;
using ClinicalBot.Conversations.Triage;

namespace ClinicalBot.Conversations.Cases;

/// <summary>
/// Which exam of a case is which of a dialog. Answers of one dialog are one exam, completed and corrected under one id; after an idle time
/// the patient is examined anew, and that is another exam.
/// </summary>
internal static class DialogExams
{
    /// <summary>Id of the exam these answers are of.</summary>
    public static string ExamOf(this TriageAnswers answers, string dialog) =>
        answers.Exam == 0 ? dialog : FormattableString.Invariant($"{dialog}#{answers.Exam}");

    /// <summary>A dialog has examined the patient of this case.</summary>
    public static bool HasExamOf(this Case @case, string dialog) => @case.Exams.Any(exam => IsOf(exam, dialog));

    /// <summary>Only this dialog has examined the patient of this case.</summary>
    public static bool IsOnlyOf(this Case @case, string dialog) => @case.Exams.All(exam => IsOf(exam, dialog));

    private static bool IsOf(Exam exam, string dialog) => exam.Id == dialog || exam.Id.StartsWith(dialog + "#", StringComparison.Ordinal);
}
