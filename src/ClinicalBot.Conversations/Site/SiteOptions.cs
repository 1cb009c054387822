using System.ComponentModel.DataAnnotations;

namespace ClinicalBot.Conversations.Site;

/// <summary>What a site sets: section "Site".</summary>
internal sealed class SiteOptions
{
    /// <summary>IANA name of the site's zone, used when a person's own is not known. Required outside local mode.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Language of the channel, and of people whose own is not known, such as "de". English by default.</summary>
    public string Language { get; set; } = "en";

    /// <summary>How soon to look again when a deciding finding is unknown. 5 min to 4 h; 30 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "04:00:00")]
    public TimeSpan RecheckInterval { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Idle time after which a dialog asks the exam anew. 5 min to 24 h; 60 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan DialogIdleLimit { get; set; } = TimeSpan.FromMinutes(60);
}

/// <summary>Who answers at this site for what the cards say: section "Content".</summary>
internal sealed class ContentOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Content";

    /// <summary>Who keeps it up to date, such as "Pain service"; null when not said.</summary>
    public string? Owner { get; set; }

    /// <summary>Who approved it, such as "Dr. Sample, medical director"; null until it is approved.</summary>
    public string? Approver { get; set; }

    /// <summary>The site's own version, such as "1.0"; null when not said.</summary>
    public string? Version { get; set; }

    /// <summary>When it must be looked at again; null when not said.</summary>
    public DateOnly? ReviewDate { get; set; }

    /// <summary>Approved, with all that an approval needs.</summary>
    public bool IsApproved =>
        !string.IsNullOrWhiteSpace(Owner) && !string.IsNullOrWhiteSpace(Approver) && !string.IsNullOrWhiteSpace(Version) && ReviewDate is not null;
}
