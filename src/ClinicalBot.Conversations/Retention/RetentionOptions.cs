using System.ComponentModel.DataAnnotations;

namespace ClinicalBot.Conversations.Retention;

/// <summary>How long a site keeps what is over: section "Retention".</summary>
internal sealed class RetentionOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Retention";

    /// <summary>A case that is over is erased so long after it was last touched; its record keeps the hashes. Default null: never.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "36500.00:00:00")]
    public TimeSpan? CasesAfter { get; set; }
}
