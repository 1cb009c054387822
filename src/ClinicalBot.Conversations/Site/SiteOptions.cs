using System.ComponentModel.DataAnnotations;

namespace ClinicalBot.Conversations.Site;

/// <summary>What a site sets: section "Site".</summary>
internal sealed class SiteOptions
{
    /// <summary>IANA name of the site's zone, used when a person's own is not known. Required outside local mode.</summary>
    public string? TimeZone { get; set; }

    /// <summary>How soon to look again when a deciding finding is unknown. 5 min to 4 h; 30 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "04:00:00")]
    public TimeSpan RecheckInterval { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Idle time after which a dialog asks the exam anew. 5 min to 24 h; 60 minutes by default.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan DialogIdleLimit { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>Whom to call, by role: proceduralist, neurology, mri.</summary>
    public Dictionary<string, ContactOptions> Contacts { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>One contact: section "Site:Contacts:{role}".</summary>
internal sealed class ContactOptions
{
    /// <summary>Phone number as a person dials it.</summary>
    public string? Phone { get; set; }
}
