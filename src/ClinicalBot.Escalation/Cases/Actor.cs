namespace ClinicalBot.Escalation;

/// <summary>A person who did something to a case.</summary>
/// <param name="Id">The channel's id of the person.</param>
/// <param name="Name">As shown to others.</param>
public sealed record Actor(string Id, string Name);
