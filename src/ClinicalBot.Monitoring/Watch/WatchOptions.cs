using System.ComponentModel.DataAnnotations;

namespace ClinicalBot.Monitoring.Watch;

/// <summary>The watchdog outside, both of its ends: section "Watch".</summary>
internal sealed class WatchOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Watch";

    /// <summary>The bot asks for this address every minute while all of it works; any cron-monitoring service tells when that stops. Empty for none.</summary>
    public string HeartbeatUrl { get; set; } = "";

    /// <summary>For "watch": address of the bot's /health/deep.</summary>
    public string Url { get; set; } = "http://localhost:3978/health/deep";

    /// <summary>For "watch": how often it is asked. 1 s to 5 min; default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>For "watch": how long it must be wrong before a person is called. 0 to 1 h; default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan After { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>For "watch": how often the person is called again while it lasts. 1 min to 1 day; default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Again { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>For "watch": phone of the person called, where text messages or voice calls are set up.</summary>
    public string? Phone { get; set; }

    /// <summary>For "watch": address of the person called, where mail is set up.</summary>
    public string? Email { get; set; }
}
