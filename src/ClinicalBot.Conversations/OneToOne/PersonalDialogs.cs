using ClinicalBot.BotFramework;
using ClinicalBot.Dialogs;

namespace ClinicalBot.Conversations.OneToOne;

/// <summary>Finds a person's dialog where it may have been left, and takes it along into the personal chat.</summary>
internal static class PersonalDialogs
{
    /// <summary>
    /// The dialog of the turn's sender. One that a channel began before the id of the personal chat was known is moved; so is one that an earlier version
    /// held in the channel itself, whose question there is left as it is.
    /// </summary>
    public static async ValueTask<DialogState?> FindAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var key = DialogState.KeyOf(turn.Activity);
        if (await ReadAsync(key) is { } state)
        {
            return state;
        }

        if (turn.Activity is { From.AadObjectId: { Length: > 0 } person, Conversation.ConversationType: null or "personal" }
            && turn.Activity.GetTenantId() is { } tenant
            && DialogState.KeyOf(turn.Activity with { Conversation = PersonalChat.OfUnmet(person, tenant) }) is var unmet && unmet != key
            && await ReadAsync(unmet) is { } begun)
        {
            return Move(unmet, begun);
        }

        return turn is PersonalTurn { Channel.Activity: var channel } && DialogState.KeyOf(channel) is var old && await ReadAsync(old) is { } left
            ? Move(old, left with { PromptKey = null })
            : null;

        ValueTask<DialogState?> ReadAsync(StateKey at) => turn.GetStateAsync(at, DialogJson.Default.DialogState, cancellationToken);

        DialogState Move(StateKey from, DialogState moved)
        {
            turn.SetState(from, null, DialogJson.Default.DialogState);
            turn.SetState(key, moved, DialogJson.Default.DialogState);
            return moved;
        }
    }
}
