using System.Text.Json;
using ClinicalBot.BotFramework;
using Timer = ClinicalBot.BotFramework.Timer;

namespace ClinicalBot.Turns;

/// <summary>Completes outgoing activities with where they go, so that what is kept needs nothing else to be sent.</summary>
internal static class Address
{
    /// <summary>Into the conversation of <paramref name="incoming"/>, as an answer to it.</summary>
    public static Activity Reply(Activity incoming, Activity reply) => Typed(reply) with
    {
        ChannelId = incoming.ChannelId,
        ServiceUrl = incoming.ServiceUrl,
        Conversation = incoming.Conversation,
        From = incoming.Recipient,
        Recipient = reply.Recipient ?? incoming.From,
        ReplyToId = reply.ReplyToId ?? incoming.AnswerableId(),
        Locale = reply.Locale ?? incoming.Locale,
    };

    /// <summary>Into another conversation, answering nothing.</summary>
    public static Activity To(ConversationReference to, Activity activity) => Typed(activity) with
    {
        ChannelId = to.ChannelId,
        ServiceUrl = to.ServiceUrl,
        Conversation = to.Conversation,
        From = to.Bot,
        Recipient = activity.Recipient ?? to.User,
        Locale = activity.Locale ?? to.Locale,
    };

    /// <summary>To a person whose conversation is found, or made, when it is sent.</summary>
    public static Activity To(ProactiveTarget to, Activity activity) => Typed(activity) with
    {
        ChannelId = to.ChannelId,
        ServiceUrl = to.ServiceUrl,
        Conversation = new ConversationAccount { TenantId = to.TenantId },
        From = to.Bot,
    };

    /// <summary>Where the activity says, else into the conversation of <paramref name="incoming"/>.</summary>
    public static Activity Update(Activity incoming, Activity activity) => Typed(activity) with
    {
        Id = null,
        ChannelId = activity.ChannelId ?? incoming.ChannelId,
        ServiceUrl = activity.ServiceUrl ?? incoming.ServiceUrl,
        Conversation = activity.Conversation ?? incoming.Conversation,
        From = activity.From ?? incoming.Recipient,
    };

    /// <summary>
    /// The event a timer started in this turn will bring: from the same person, in the same conversation. It has no id, since the
    /// channel knows nothing of it that could be answered.
    /// </summary>
    public static Activity Wake(Activity incoming, Timer timer) => Event(incoming, timer.Name, timer.Value) with { Timestamp = timer.DueAt };

    /// <summary>An event in the conversation of <paramref name="incoming"/>, raised by the bot itself. Its value is completed when it happens.</summary>
    public static Activity Event(Activity incoming, string name, JsonElement? value) => new()
    {
        Type = ActivityTypes.Event,
        Name = name,
        Value = value,
        ChannelId = incoming.ChannelId,
        ServiceUrl = incoming.ServiceUrl,
        Conversation = incoming.Conversation,
        From = incoming.From,
        Recipient = incoming.Recipient,
        Locale = incoming.Locale,
        LocalTimezone = incoming.LocalTimezone,
    };

    private static Activity Typed(Activity activity) =>
        activity.Type.Length > 0 ? activity : activity with { Type = ActivityTypes.Message };
}
