using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Triage;

/// <summary>One welcome per person and conversation, however often and in whatever order the channel announces it.</summary>
internal sealed class Welcome(NoticeCards notices)
{
    /// <summary>Greets the people who joined, or whoever installed the bot.</summary>
    public async Task GreetAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var people = activity.Type == ActivityTypes.ConversationUpdate
            ? activity.MembersAdded ?? []
            : activity.Action == "add" && activity.From is { } installer ? [installer] : [];
        foreach (var person in people.Where(person => person.Id is not null && person.Id != activity.Recipient?.Id))
        {
            var key = new StateKey("welcomed", $"{activity.ChannelId}|{activity.Conversation?.Id}|{person.Id}");
            if (await turn.GetStateAsync(key, WelcomeJson.Default.Welcomed, cancellationToken) is null)
            {
                turn.SetState(key, new Welcomed(turn.Now), WelcomeJson.Default.Welcomed);
                await turn.SendActivityAsync(notices.Welcome(), cancellationToken);
            }
        }
    }
}

/// <summary>That somebody was greeted.</summary>
internal sealed record Welcomed(DateTimeOffset At);

/// <summary>Source-generated JSON.</summary>
[JsonSerializable(typeof(Welcomed))]
internal sealed partial class WelcomeJson : JsonSerializerContext;
