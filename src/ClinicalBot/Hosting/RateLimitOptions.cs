using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Hosting;

/// <summary>How much is taken from whom before the answer is 429. Registered bots only.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "RateLimits";

    /// <summary>Activities of one conversation.</summary>
    [ValidateObjectMembers]
    public RateLimit Conversation { get; set; } = new() { Burst = 30, PerMinute = 60 };

    /// <summary>Activities of one tenant.</summary>
    [ValidateObjectMembers]
    public RateLimit Tenant { get; set; } = new() { Burst = 600, PerMinute = 3000 };

    /// <summary>API calls of one app or person.</summary>
    [ValidateObjectMembers]
    public RateLimit Api { get; set; } = new() { Burst = 60, PerMinute = 600 };
}

/// <summary>A token bucket.</summary>
internal sealed class RateLimit
{
    /// <summary>Taken at once.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; set; }

    /// <summary>Taken in the long run.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; set; }
}

/// <summary>Checks the ranges; generated.</summary>
[OptionsValidator]
internal sealed partial class RateLimitValidation : IValidateOptions<RateLimitOptions>;
