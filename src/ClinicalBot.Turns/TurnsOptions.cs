using System.ComponentModel.DataAnnotations;

namespace ClinicalBot.Turns;

/// <summary>How turns are run and their replies delivered. Every time span counts on the system clock.</summary>
public sealed class TurnsOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Turns";

    /// <summary>How often due work is looked for; what is committed here is sent at once. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Tick { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long at most the first turns after a start wait for one another: code that runs for the first time lets messages sent milliseconds
    /// apart overtake each other, and their timestamps put them right again. Counted once, from the first message; over when none has come for
    /// a fifth of it. Default 250 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05")]
    public TimeSpan FirstHold { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often a turn runs again because a document changed under it, before the caller is told to come back. Default 10.</summary>
    [Range(1, 100)]
    public int MaxRuns { get; set; } = 10;

    /// <summary>Conversations sent to at the same time. Default 64.</summary>
    [Range(1, 1000)]
    public int MaxParallelSends { get; set; } = 64;

    /// <summary>A message that could not be delivered for so long is recorded as refused. Default 24 h.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Longest pause between two attempts. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Longest pause taken from a channel's Retry-After: a mistaken one must not strand a message. Default 1 h.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Keeps within Teams' documented limits for one conversation (7 calls in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in 1 h) on channel msteams,
    /// instead of running into 429. Default true.
    /// </summary>
    public bool TeamsLimits { get; set; } = true;

    /// <summary>A person whose message is not answered after this long sees that the bot is typing. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:30", ParseLimitsInInvariantCulture = true)]
    public TimeSpan TypingAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>/health/ready says "degraded" while a message has been unsent for longer. Default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan UnsentAlarm { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a shutdown waits for turns and sends under way. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a redelivery is recognized. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan KeepClaims { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long the channel's ids of sent messages, and refusals, are kept: a card can be updated so long. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan KeepDeliveries { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long untouched state documents are kept, by scope. A scope not named is kept for ever.</summary>
    public IDictionary<string, TimeSpan> KeepState { get; } = new Dictionary<string, TimeSpan>();

    /// <summary>Marks, for people, a message that may have reached them before.</summary>
    [Required]
    public string PossibleRepeatText { get; set; } = "Possible repeat of an earlier message";
}
