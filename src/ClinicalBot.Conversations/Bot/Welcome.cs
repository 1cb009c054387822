using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Conversations.Bot;

/// <summary>
/// One welcome a conversation, however often and in whatever order the channel announces it: to the person of a personal chat, and to a
/// group or team as a whole when the bot joins it. Two hundred members get one, and those who join later none.
/// </summary>
internal sealed class Welcome(NoticeCards notices)
{
    /// <summary>Greets, if this activity is a reason to and this conversation was not greeted before. Being removed and added again is no new reason.</summary>
    public async Task GreetAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (!BotOrPersonJoined(activity))
        {
            return;
        }

        var key = new StateKey("welcomed", $"{activity.ChannelId}|{activity.Conversation!.Id}");
        if (await turn.GetStateAsync(key, WelcomeJson.Default.Welcomed, cancellationToken) is null)
        {
            turn.SetState(key, new Welcomed(turn.Now), WelcomeJson.Default.Welcomed);
            await turn.SendActivityAsync(notices.Welcome(), cancellationToken);
        }
    }

    private static bool BotOrPersonJoined(Activity activity) => activity.Type == ActivityTypes.InstallationUpdate
        ? activity.Action == "add"
        : activity.MembersAdded is { Count: > 0 } added && (!IsShared(activity.Conversation!) || added.Any(member => member.Id == activity.Recipient?.Id));

    private static bool IsShared(ConversationAccount conversation) =>
        conversation.IsGroup is true || conversation.ConversationType is "groupChat" or "channel";
}

/// <summary>That a conversation was greeted.</summary>
internal sealed record Welcomed(DateTimeOffset At);

/// <summary>Source-generated JSON.</summary>
[JsonSerializable(typeof(Welcomed))]
internal sealed partial class WelcomeJson : JsonSerializerContext;
