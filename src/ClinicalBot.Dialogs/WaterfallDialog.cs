using System.Text.Json.Serialization.Metadata;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Dialogs;

/// <summary>
/// A fixed order of questions, asked until none is left. Steps whose answers are already known are skipped, so one message may answer
/// several. The definition holds no state: a running dialog lives in the turn's state, per conversation and user.
/// </summary>
/// <typeparam name="TAnswers">The answers: an immutable record that System.Text.Json can read and write.</typeparam>
public sealed class WaterfallDialog<TAnswers>
    where TAnswers : class
{
    private readonly Dictionary<string, int> _order;

    /// <summary>Defines a dialog.</summary>
    /// <param name="id">Unique and stable.</param>
    /// <param name="version">Raise it whenever steps or answers change.</param>
    /// <param name="answersJson">How answers are kept.</param>
    /// <param name="steps">The questions, in order; the last is the one that confirms.</param>
    public WaterfallDialog(string id, int version, JsonTypeInfo<TAnswers> answersJson, IReadOnlyList<WaterfallStep<TAnswers>> steps)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(answersJson);
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentOutOfRangeException.ThrowIfZero(steps.Count);
        Id = id;
        Version = version;
        AnswersJson = answersJson;
        Steps = steps;
        _order = steps.Select((step, at) => (step.Name, at)).ToDictionary(pair => pair.Name, pair => pair.at, StringComparer.Ordinal);
    }

    /// <summary>Unique and stable.</summary>
    public string Id { get; }

    /// <summary>Version of steps and answers.</summary>
    public int Version { get; }

    /// <summary>The questions, in order.</summary>
    public IReadOnlyList<WaterfallStep<TAnswers>> Steps { get; }

    /// <summary>Idle time after which <see cref="ForgetWhenIdle"/> applies. 60 minutes.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Drops what may have changed while the dialog was idle. By default nothing is dropped.</summary>
    public Func<TAnswers, TAnswers> ForgetWhenIdle { get; init; } = answers => answers;

    internal JsonTypeInfo<TAnswers> AnswersJson { get; }

    /// <summary>Begins a new run, replacing one that is under way. Ask its first question with <see cref="WaterfallStepContext{T}.NextAsync"/>.</summary>
    public WaterfallStepContext<TAnswers> BeginDialog(ITurnContext turn, TAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(answers);
        return new WaterfallStepContext<TAnswers>(this, turn, answers, turn.TurnId, Steps[0].Name, Resumption.Continued);
    }

    /// <summary>Takes up the sender's running dialog, whatever version or hour it is from; null when there is none.</summary>
    public async ValueTask<WaterfallStepContext<TAnswers>?> ContinueDialogAsync(ITurnContext turn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var state = await turn.GetStateAsync(DialogState.KeyOf(turn.Activity), DialogJson.Default.DialogState, cancellationToken);
        return state is null || state.DialogId != Id ? null : WaterfallStepContext<TAnswers>.Resume(this, turn, state);
    }

    internal WaterfallStep<TAnswers>? Find(string name) => _order.TryGetValue(name, out var at) ? Steps[at] : null;

    internal WaterfallStep<TAnswers>? Before(string name) => _order.TryGetValue(name, out var at) && at > 0 ? Steps[at - 1] : null;
}
