using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Bot.Commands;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.OneToOne;
using ClinicalBot.Conversations.Reference;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Dialogs;
using ClinicalBot.Phrases;

namespace ClinicalBot.Conversations.Bot;

/// <summary>What belongs to this bot where another one answers the rest. Words that any bot may know, such as "help", count only within a triage.</summary>
internal sealed class Belongings(TriageDialog triage, Clock clock)
{
    /// <summary>See <see cref="IClinicalBot.IsOursAsync"/>.</summary>
    public async Task<bool> IsOursAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (turn.IsInternal)
        {
            return true;
        }

        if (activity is { Type: ActivityTypes.Invoke, Name: MessagingExtensionQuery.InvokeName })
        {
            return MessagingExtensionQuery.Read(activity)?.CommandId == QuickReference.CommandId;
        }

        ITurnContext chat = await PersonalTurn.OfAsync(turn, cancellationToken) is { } personal ? personal : turn;
        if (activity is { Type: ActivityTypes.Invoke, Name: TaskModuleRequest.FetchName or TaskModuleRequest.SubmitName })
        {
            return TaskModuleRequest.Read(activity) is { } request && IsOurs(CardSubmit.Read(request), await triage.FindAsync(chat, cancellationToken));
        }

        var isPress = activity is { Type: ActivityTypes.Invoke, Name: AdaptiveCardInvokeValue.InvokeName };
        if (!isPress && activity.Type is not (ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete))
        {
            return false;
        }

        var open = await triage.FindAsync(chat, cancellationToken);
        var submit = isPress ? AdaptiveCardInvokeValue.Read(activity) is { } pressed ? CardSubmit.Read(pressed.Action!) : null : CardSubmit.Read(activity);
        return submit is not null ? IsOurs(submit, open)
            : isPress ? false
            : activity.Type != ActivityTypes.Message ? open is { Resumption: Resumption.Continued }
            : IsOurs(turn, open, TypedText.Fold(activity.RemoveRecipientMention()));
    }

    private static bool IsOurs(CardSubmit submit, WaterfallStepContext<TriageAnswers>? open) =>
        submit.Verb.Length > 0 && (submit.Verb != Verbs.Help || open is not null);

    private bool IsOurs(ITurnContext turn, WaterfallStepContext<TriageAnswers>? open, string text)
    {
        if (open is { Resumption: Resumption.Continued })
        {
            return true;
        }

        return CommandTable.Read(text) is { } call
            ? call.Case is not null || call.Command is Command.LookUp or Command.Cases or Command.UseThisChannel
                || open is not null || text.Contains("triag", StringComparison.OrdinalIgnoreCase)
            : TriageFindings.AnyRedFlagIn(PhraseReader.Read(text, new PhraseContext(null, turn.Now, clock.ZoneOf(turn.Activity))));
    }
}
