using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Dialogs;

/// <summary>One run of a waterfall within one turn: the answers so far and the ways to go on. Every way on is saved with the turn.</summary>
/// <typeparam name="TAnswers">The dialog's answers.</typeparam>
public sealed class WaterfallStepContext<TAnswers>
    where TAnswers : class
{
    private readonly WaterfallDialog<TAnswers> _dialog;
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);

    internal WaterfallStepContext(
        WaterfallDialog<TAnswers> dialog, ITurnContext turn, TAnswers answers, string instance, string step, Resumption resumption)
    {
        _dialog = dialog;
        Turn = turn;
        Answers = answers;
        Instance = instance;
        StepName = step;
        Resumption = resumption;
    }

    /// <summary>The turn.</summary>
    public ITurnContext Turn { get; }

    /// <summary>What is known so far. Replace it; it is saved with the way on.</summary>
    public TAnswers Answers { get; set; }

    /// <summary>Identifies this run.</summary>
    public string Instance { get; }

    /// <summary>Name of the open step.</summary>
    public string StepName { get; private set; }

    /// <summary>Grows with every question asked.</summary>
    public int Revision { get; private set; }

    /// <summary>How often the open question was asked before.</summary>
    public int Asked { get; private set; }

    /// <summary>How the dialog was found.</summary>
    public Resumption Resumption { get; }

    /// <summary>What was known before an idle time made the dialog forget some of it; null when nothing was forgotten.</summary>
    public TAnswers? Forgotten { get; private init; }

    /// <summary>Our message key of the last question; null before the first.</summary>
    public string? PromptKey { get; private set; }

    /// <summary>A sentence the next question shows above itself, e.g. why it is asked again; null for none.</summary>
    public string? Notice { get; set; }

    /// <summary>The open step was answered: ask the first question that is still open. Nothing is open before the last step's own answer.</summary>
    public Task NextAsync(CancellationToken cancellationToken = default)
    {
        if (Asked > 0)
        {
            _answered.Add(StepName);
        }

        return AskAsync(FirstOpen(), cancellationToken);
    }

    /// <summary>Asks the open question again.</summary>
    public Task RepromptAsync(string? notice = null, CancellationToken cancellationToken = default)
    {
        Notice = notice ?? Notice;
        return AskAsync(StepName, cancellationToken);
    }

    /// <summary>Shows the open question anew in its own place, as the same question: what was asked before and its revision stay.</summary>
    public async Task RedrawAsync(CancellationToken cancellationToken = default)
    {
        if (PromptKey is not { } key || _dialog.Find(StepName) is not { } step)
        {
            await RepromptAsync(cancellationToken: cancellationToken);
            return;
        }

        await Turn.UpdateActivityAsync(step.Prompt(this) with { Id = key }, cancellationToken);
        Save(StepName);
    }

    /// <summary>Says something about the open question without asking it once more: the question itself stays where it is.</summary>
    /// <param name="reminder">What is said.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RemindAsync(Activity reminder, CancellationToken cancellationToken = default)
    {
        Asked++;
        await Turn.SendActivityAsync(reminder, cancellationToken);
        Save(StepName);
    }

    /// <summary>Asks a named step, answered or not. Its answers stay until they are given anew.</summary>
    public Task GoToAsync(string step, CancellationToken cancellationToken = default)
    {
        _ = _dialog.Find(step) ?? throw new ArgumentException($"The dialog has no step named '{step}'.", nameof(step));
        _answered.Remove(step);
        return AskAsync(step, cancellationToken);
    }

    /// <summary>Asks the step before the open one; the first step is asked again.</summary>
    public Task BackAsync(CancellationToken cancellationToken = default) =>
        GoToAsync((_dialog.Before(StepName) ?? _dialog.Steps[0]).Name, cancellationToken);

    /// <summary>Keeps the dialog as it is, without asking anything: an answer of another kind is on its way.</summary>
    public void Hold() => Save(StepName);

    /// <summary>Ends the run; nothing of it is kept but the record in place of its last question.</summary>
    public async Task EndDialogAsync(CancellationToken cancellationToken = default)
    {
        await CloseQuestionAsync(cancellationToken);
        Turn.SetState(DialogState.KeyOf(Turn.Activity), null, DialogJson.Default.DialogState);
    }

    internal static WaterfallStepContext<TAnswers> Resume(WaterfallDialog<TAnswers> dialog, ITurnContext turn, DialogState state)
    {
        if (Read(dialog, state) is not { } answers)
        {
            return new(dialog, turn, Fresh(dialog), turn.TurnId, dialog.Steps[0].Name, Resumption.StartedOver);
        }

        var idle = turn.Now - state.LastActiveAt >= dialog.IdleLimit;
        var known = dialog.Find(state.Step) is not null;
        var context = new WaterfallStepContext<TAnswers>(
            dialog,
            turn,
            idle ? dialog.ForgetWhenIdle(answers) : answers,
            state.Instance,
            known ? state.Step : dialog.Steps[0].Name,
            idle ? Resumption.AfterIdle : known ? Resumption.Continued : Resumption.StepsChanged)
        {
            Forgotten = idle ? answers : null,
            Revision = state.Revision,
            Asked = known && !idle ? state.Asked : 0,
            PromptKey = state.PromptKey,
        };
        if (!idle)
        {
            context._answered.UnionWith(state.Answered.Where(name => dialog.Find(name) is not null));
        }

        return context;
    }

    private static TAnswers? Read(WaterfallDialog<TAnswers> dialog, DialogState state)
    {
        try
        {
            return state.Answers.Deserialize(dialog.AnswersJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TAnswers Fresh(WaterfallDialog<TAnswers> dialog) =>
        JsonSerializer.Deserialize("{}", dialog.AnswersJson)
        ?? throw new InvalidOperationException($"The answers of dialog '{dialog.Id}' must be readable from an empty object.");

    private string FirstOpen()
    {
        foreach (var step in _dialog.Steps)
        {
            if (!_answered.Contains(step.Name) && !step.IsFilled(Answers))
            {
                return step.Name;
            }
        }

        return _dialog.Steps[^1].Name;
    }

    private async Task AskAsync(string name, CancellationToken cancellationToken)
    {
        await CloseQuestionAsync(cancellationToken);
        Asked = name == StepName ? Asked + 1 : 1;
        StepName = name;
        Revision++;
        var step = _dialog.Find(name) ?? throw new InvalidOperationException($"The dialog has no step named '{name}'.");
        PromptKey = (await Turn.SendActivityAsync(step.Prompt(this), cancellationToken)).Id;
        Save(name);
    }

    private async Task CloseQuestionAsync(CancellationToken cancellationToken)
    {
        if (PromptKey is { } key && _dialog.Find(StepName)?.Record(this) is { } record)
        {
            await Turn.UpdateActivityAsync(record with { Id = key }, cancellationToken);
        }
    }

    private void Save(string step) => Turn.SetState(
        DialogState.KeyOf(Turn.Activity),
        new DialogState
        {
            DialogId = _dialog.Id,
            Version = _dialog.Version,
            Instance = Instance,
            Step = step,
            Revision = Revision,
            Asked = Asked,
            Answered = [.. _answered.Order(StringComparer.Ordinal)],
            Answers = JsonSerializer.SerializeToElement(Answers, _dialog.AnswersJson),
            LastActiveAt = Turn.Now,
            PromptKey = PromptKey,
        },
        DialogJson.Default.DialogState);
}
