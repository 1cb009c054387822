using ClinicalBot.BotFramework;

namespace ClinicalBot.Dialogs;

/// <summary>One question of a waterfall.</summary>
/// <typeparam name="TAnswers">The dialog's answers.</typeparam>
public abstract class WaterfallStep<TAnswers>
    where TAnswers : class
{
    /// <summary>Unique within the dialog and stable across versions: state is kept under it.</summary>
    public abstract string Name { get; }

    /// <summary>True when the answers already hold all this step asks for: it is then skipped.</summary>
    public abstract bool IsFilled(TAnswers answers);

    /// <summary>The question, to be sent as one activity.</summary>
    public abstract Activity Prompt(WaterfallStepContext<TAnswers> context);

    /// <summary>What stands in the question's place once it is no longer open, so that no stale button stays; null leaves it as it is.</summary>
    public virtual Activity? Record(WaterfallStepContext<TAnswers> context) => null;
}
