using System.ComponentModel.DataAnnotations;
using ClinicalBot.Escalation;

namespace ClinicalBot.Cases;

/// <summary>How a site escalates: section "Escalation".</summary>
internal sealed class EscalationOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Escalation";

    /// <summary>JSON file of roles and people, read again when it changes. Relative to the content root. Default contacts.json.</summary>
    public string ContactsFile { get; set; } = "contacts.json";

    /// <summary>Id of the Teams channel for escalations ("19:...@thread.tacv2"); null when a coordinator chooses it in chat.</summary>
    public string? Channel { get; set; }

    /// <summary>Entra object ids of the people who may choose the channel in chat.</summary>
    public IList<string> Coordinators { get; } = [];

    /// <summary>Wards and bays to choose from. There is no free text for a place: it could name a patient.</summary>
    public IList<string> Locations { get; } = [];

    /// <summary>How long a recheck may stay unanswered before an urgent case escalates. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan RecheckGrace { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a triage with an adverse answer may be left alone before it becomes a case. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan LeftAlone { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How late a step may be before the auditor raises the alarm. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:30:00")]
    public TimeSpan AuditSlack { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The ladder of urgent; the default one when it has no steps.</summary>
    public LadderOptions Urgent { get; } = new();

    /// <summary>The ladder of emergency; the default one when it has no steps.</summary>
    public LadderOptions Emergency { get; } = new();
}

/// <summary>One ladder: section "Escalation:Urgent" or "Escalation:Emergency".</summary>
internal sealed class LadderOptions
{
    /// <summary>In order.</summary>
    public IList<LadderStepOptions> Steps { get; } = [];

    /// <summary>How often the whole ladder is climbed again. Default 1.</summary>
    public int Repeats { get; set; } = 1;

    /// <summary>How often the last step is repeated after that. Default 10 min.</summary>
    public TimeSpan FinalEvery { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The ladder, or the default one.</summary>
    public Ladder Or(Ladder byDefault) => Steps.Count == 0 ? byDefault : new Ladder([.. Steps.Select(step => step.Read())], Repeats, FinalEvery);

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Wrong(string name)
    {
        var key = $"{EscalationOptions.Section}:{name}";
        return Steps.Any(step => step.To.Count == 0) ? $"{key}: a step calls nobody. Set To, for example [\"channel\", \"proceduralist\"]."
            : Steps.Any(step => step.Wait < TimeSpan.FromMinutes(1) || step.Wait > TimeSpan.FromHours(1)) ? $"{key}: a step must wait 00:01:00 to 01:00:00."
            : Repeats is < 0 or > 10 ? $"{key}:Repeats must be 0 to 10."
            : FinalEvery < TimeSpan.FromMinutes(1) || FinalEvery > TimeSpan.FromHours(4) ? $"{key}:FinalEvery must be 00:01:00 to 04:00:00."
            : null;
    }
}

/// <summary>One step.</summary>
internal sealed class LadderStepOptions
{
    /// <summary>"channel", or a role; "neurology+1" is the next in line.</summary>
    public IList<string> To { get; } = [];

    /// <summary>How long to wait. 1 min to 1 h.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>As the ladder takes it.</summary>
    public LadderStep Read() => new([.. To.Select(Target)], Wait);

    private static LadderTarget Target(string to)
    {
        var parts = to.Split('+', 2, StringSplitOptions.TrimEntries);
        return parts[0].Equals(CallIds.Channel, StringComparison.OrdinalIgnoreCase)
            ? new LadderTarget.Channel()
            : new LadderTarget.Role(parts[0], parts.Length > 1 && int.TryParse(parts[1], out var next) ? Math.Max(next, 0) : 0);
    }
}
