namespace ClinicalBot.Rules;

/// <summary>One rule: when it fires, what urgency it gives, and on what grounds.</summary>
internal sealed record Rule(string Id, Urgency Urgency, When When, Grounds Grounds);

/// <summary>A step, hold or consideration: when it is given and on what grounds.</summary>
internal sealed record Advice(string Id, When When, Grounds Grounds)
{
    /// <summary>Fact that makes it stand out.</summary>
    public Facts MarkedWhen { get; init; }
}
