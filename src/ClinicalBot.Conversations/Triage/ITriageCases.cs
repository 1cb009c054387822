using ClinicalBot.BotFramework;
using ClinicalBot.Dialogs;

namespace ClinicalBot.Conversations.Triage;

/// <summary>How the exam of a triage reaches its case. The triage asks; what becomes of a case is decided on the other side.</summary>
internal interface ITriageCases
{
    /// <summary>The exam is confirmed: its case is opened or goes on, and the decision is shown.</summary>
    /// <param name="turn">The turn; its moment is the moment of the exam.</param>
    /// <param name="dialog">Instance of the dialog.</param>
    /// <param name="answers">The exam.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    Task DecideAsync(ITurnContext turn, string dialog, TriageAnswers answers, CancellationToken cancellationToken);

    /// <summary>
    /// A red flag was answered: its case is opened or raised at once with what is known so far, and the decision is shown with the buttons
    /// that go on with the triage. The answers in <paramref name="context"/> name the case afterwards.
    /// </summary>
    Task InterruptAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken);

    /// <summary>Answers of the dialog were taken back: its case is decided anew.</summary>
    /// <returns>Where the case stands now, in words; null when the dialog has no open case.</returns>
    Task<string?> CorrectAsync(WaterfallStepContext<TriageAnswers> context, CancellationToken cancellationToken);
}
