namespace ClinicalBot.BotFramework;

/// <summary>What a turn needs of an activity, beyond its types: where to answer, and ids that can be keys.</summary>
internal static class ActivityRequirements
{
    /// <summary>Longest id, in UTF-16 units: ids become keys of the store and parts of a path.</summary>
    public const int MaxIdLength = 512;

    private const int MaxUrlLength = 2048;

    /// <summary>What is wrong with the activity; null when nothing is.</summary>
    public static string? Fault(Activity activity) =>
        Required("type", activity.Type)
        ?? Required("channelId", activity.ChannelId)
        ?? Required("conversation.id", activity.Conversation?.Id)
        ?? (NeedsSender(activity.Type) ? Required("from.id", activity.From?.Id) : null)
        ?? Id("id", activity.Id)
        ?? Id("replyToId", activity.ReplyToId)
        ?? Id("name", activity.Name)
        ?? Id("conversation.tenantId", activity.Conversation?.TenantId)
        ?? Account("from", activity.From)
        ?? Account("recipient", activity.Recipient)
        ?? Accounts("membersAdded", activity.MembersAdded)
        ?? Accounts("membersRemoved", activity.MembersRemoved)
        ?? NoNulls("attachments", activity.Attachments)
        ?? NoNulls("entities", activity.Entities)
        ?? Url(activity.ServiceUrl);

    // Dialogs are per person, so what a person does must say who did it.
    private static bool NeedsSender(string type) =>
        type is ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.Invoke;

    private static string? Required(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? $"{name} is missing or empty: send it." : Id(name, value);

    private static string? Id(string name, string? value) => value switch
    {
        null => null,
        { Length: > MaxIdLength } => $"{name} is too long: send at most {MaxIdLength} characters.",
        _ when value.Any(char.IsControl) => $"{name} holds a control character: leave it out.",
        _ => null,
    };

    private static string? Account(string name, ChannelAccount? account) =>
        Id($"{name}.id", account?.Id) ?? Id($"{name}.aadObjectId", account?.AadObjectId);

    private static string? Accounts(string name, IReadOnlyList<ChannelAccount>? accounts) =>
        NoNulls(name, accounts) ?? accounts?.Select(account => Account(name, account)).FirstOrDefault(fault => fault is not null);

    private static string? NoNulls<T>(string name, IReadOnlyList<T>? items)
        where T : class =>
        items is not null && items.Contains(null!) ? $"{name} holds a null: leave it out." : null;

    private static string? Url(string? serviceUrl) =>
        serviceUrl is { Length: <= MaxUrlLength } && BotFramework.ServiceUrl.TryParse(serviceUrl, out _)
            ? null
            : "serviceUrl must be an absolute http or https address without user, query or fragment: send where the connector listens.";
}
