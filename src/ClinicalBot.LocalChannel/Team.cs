namespace ClinicalBot.LocalChannel;

/// <summary>The made-up team and its one channel, to which local mode escalates unless the settings name another.</summary>
internal static class Team
{
    /// <summary>Id of the team.</summary>
    public const string Id = "19:clinicalbot-local-team@thread.tacv2";

    /// <summary>Id of its channel.</summary>
    public const string ChannelId = "19:clinicalbot-local-escalations@thread.tacv2";

    /// <summary>Where its made-up patients are.</summary>
    public static readonly IReadOnlyList<string> Places = ["Recovery 1", "Recovery 2", "Ward 3, bay 1", "Ward 3, bay 2"];

    /// <summary>Key of the channel among the chats of the page; no person's key.</summary>
    public const string Key = "escalations";
}
