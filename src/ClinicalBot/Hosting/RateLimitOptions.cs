namespace ClinicalBot.Hosting;

/// <summary>How much is taken from whom before the answer is 429. Registered bots only.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "RateLimits";

    private const int Most = 1_000_000;

    /// <summary>Activities of one conversation.</summary>
    public RateLimit Conversation { get; set; } = new() { Burst = 30, PerMinute = 60 };

    /// <summary>Activities of one tenant.</summary>
    public RateLimit Tenant { get; set; } = new() { Burst = 600, PerMinute = 3000 };

    /// <summary>API calls of one app or person.</summary>
    public RateLimit Api { get; set; } = new() { Burst = 60, PerMinute = 600 };

    /// <summary>Every number is within its range.</summary>
    public bool IsValid => new[] { Conversation, Tenant, Api }.All(limit => limit is { Burst: > 0 and <= Most, PerMinute: > 0 and <= Most });
}

/// <summary>A token bucket.</summary>
internal sealed class RateLimit
{
    /// <summary>Taken at once.</summary>
    public int Burst { get; set; }

    /// <summary>Taken in the long run.</summary>
    public int PerMinute { get; set; }
}
