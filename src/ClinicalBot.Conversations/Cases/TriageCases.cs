using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Takes the exams of the triage into cases.</summary>
internal sealed class TriageCases(CaseExams exams, WhichCase whichCase) : ITriageCases
{
    /// <inheritdoc/>
    public Task DecideAsync(ITurnContext turn, string dialog, TriageAnswers answers, CancellationToken cancellationToken) =>
        exams.DecideAsync(turn, dialog, answers, cancellationToken);

    /// <summary>The case does not wait for the rest of the exam, nor for the answer to which case it is about.</summary>
    public async Task InterruptAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken)
    {
        var taken = await exams.InterruptAsync(context.Turn, context.Instance, context.Answers, cancellationToken);
        context.Answers = context.Answers with { Reference = taken.File.Answers.Reference, Reassesses = taken.File.Answers.Reassesses };
        context.Hold();
        var others = await WhichCase.FindAsync(context, cancellationToken);
        await exams.ShowAsync(
            context.Turn, taken, context.Notice, [.. TriageDialog.InterruptButtons(context), .. whichCase.Buttons(context, others)], cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string?> CorrectAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken) =>
        await exams.CorrectAsync(context.Turn, context.Instance, context.Answers, cancellationToken) is { } file ? CaseWords.Standing(file.Case) : null;
}
