namespace ClinicalBot.Rules;

/// <summary>The sentence at the top of a decision. It begins with the urgency's word.</summary>
internal sealed record Headline(string Text, string[] Sources)
{
    private static readonly Headline Recovered = new(Words.Of("headline.recovered"), ["S09", "S10", "S32", "S44"]);
    private static readonly Headline Expected = new(Words.Of("headline.expected"), ["S02a", "S24", "S32", "S44"]);
    private static readonly Headline Incomplete = new(Words.Of("headline.incomplete"), ["S05", "S06", "S07", "S32"]);
    private static readonly Headline Urgent = new(Words.Of("headline.urgent"), ["S05", "S29"]);
    private static readonly Headline Emergency = new(Words.Of("headline.emergency"), ["S36"]);
    private static readonly Headline EmergencyMri = new(Words.Of("headline.emergencyMri"), ["S32", "S36"]);

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
