namespace ClinicalBot.Hosting;

/// <summary>How much is taken from whom before the answer is 429. Registered bots only.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "RateLimits";

    private const int Most = 1_000_000;

    /// <summary>Activities of one person, wherever.</summary>
    public RateLimit Person { get; set; } = new() { Burst = 30, PerMinute = 60 };

    /// <summary>
    /// Actions on cases and messages with a red flag, of one person, once another limit is reached. Far more than anybody does: they are
    /// never what is refused.
    /// </summary>
    public RateLimit Urgent { get; set; } = new() { Burst = 120, PerMinute = 600 };

    /// <summary>Activities of one conversation.</summary>
    public RateLimit Conversation { get; set; } = new() { Burst = 30, PerMinute = 60 };

    /// <summary>Activities of one tenant.</summary>
    public RateLimit Tenant { get; set; } = new() { Burst = 600, PerMinute = 3000 };

    /// <summary>API calls of one app or person.</summary>
    public RateLimit Api { get; set; } = new() { Burst = 60, PerMinute = 600 };

    /// <summary>What is wrong, by key; empty when nothing is.</summary>
    public IEnumerable<string> Faults =>
        from bucket in new (string Name, RateLimit Limit)[] { (nameof(Person), Person), (nameof(Urgent), Urgent),
            (nameof(Conversation), Conversation), (nameof(Tenant), Tenant), (nameof(Api), Api) }
        from number in new (string Name, int Value)[] { (nameof(RateLimit.Burst), bucket.Limit.Burst), (nameof(RateLimit.PerMinute), bucket.Limit.PerMinute) }
        where number.Value is < 1 or > Most
        select $"{Section}:{bucket.Name}:{number.Name} is {number.Value}. Set it to a whole number from 1 to {Most}.";
}

/// <summary>A token bucket.</summary>
internal sealed class RateLimit
{
    /// <summary>Taken at once.</summary>
    public int Burst { get; set; }

    /// <summary>Taken in the long run.</summary>
    public int PerMinute { get; set; }
}
