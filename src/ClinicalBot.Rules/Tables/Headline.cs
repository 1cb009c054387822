namespace ClinicalBot.Rules;

/// <summary>The sentence at the top of a decision. It begins with the urgency's word.</summary>
internal sealed record Headline(string Key, string[] Sources)
{
    /// <summary>In English.</summary>
    public string Text { get; } = Words.Of(Key);

    private static readonly Headline Recovered = new("headline.recovered", ["S09", "S10", "S32", "S44"]);
    private static readonly Headline Expected = new("headline.expected", ["S02a", "S24", "S32", "S44"]);
    private static readonly Headline Incomplete = new("headline.incomplete", ["S05", "S06", "S07", "S32"]);
    private static readonly Headline Urgent = new("headline.urgent", ["S05", "S29"]);
    private static readonly Headline Emergency = new("headline.emergency", ["S36"]);
    private static readonly Headline EmergencyMri = new("headline.emergencyMri", ["S32", "S36"]);

    public static IReadOnlyList<Headline> All { get; } = [Recovered, Expected, Incomplete, Urgent, Emergency, EmergencyMri];

    public static Headline Of(Outcome outcome) => outcome.Urgency switch
    {
        Urgency.Recovered => Recovered,
        Urgency.Expected => Expected,
        Urgency.Incomplete => Incomplete,
        Urgency.Urgent => Urgent,
        _ => (outcome.Facts & Facts.RedFlag) == Facts.None ? Emergency : EmergencyMri,
    };
}
