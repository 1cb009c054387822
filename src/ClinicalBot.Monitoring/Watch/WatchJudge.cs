namespace ClinicalBot.Monitoring.Watch;

/// <summary>What the watchdog knows between two looks.</summary>
/// <param name="WrongSince">Null while all is well.</param>
/// <param name="ToldAt">When a person was last told of it; null for not yet.</param>
internal sealed record WatchState(DateTimeOffset? WrongSince = null, DateTimeOffset? ToldAt = null);

/// <summary>What is to be told.</summary>
internal enum WatchNews
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The bot does not work.</summary>
    Wrong,

    /// <summary>It works again, and a person was told that it did not.</summary>
    Well,
}

/// <summary>When the watchdog calls a person, as a pure function.</summary>
internal static class WatchJudge
{
    /// <summary>What a look makes of what was known. What is told must be confirmed by <see cref="Told"/>; until then it is news again.</summary>
    public static (WatchState State, WatchNews News) Look(WatchState state, bool isWell, DateTimeOffset now, WatchOptions options)
    {
        if (isWell)
        {
            return state.ToldAt is null ? (new WatchState(), WatchNews.None) : (state, WatchNews.Well);
        }

        var since = state.WrongSince ?? now;
        var isDue = now - since >= options.After && !(now - state.ToldAt < options.Again);
        return (state with { WrongSince = since }, isDue ? WatchNews.Wrong : WatchNews.None);
    }

    /// <summary>A person was reached with the news.</summary>
    public static WatchState Told(WatchState state, WatchNews news, DateTimeOffset now) => news == WatchNews.Well
        ? new WatchState() : state with { ToldAt = now };
}
