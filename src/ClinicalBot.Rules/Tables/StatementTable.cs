namespace ClinicalBot.Rules;

/// <summary>The 34 statements of the source document: where each stands and which references it carries.</summary>
internal static class StatementTable
{
    private const string Summary = "Summary";
    private const string Assessment = "Immediate Assessment and Expected Timeline";
    private const string Causes = "Common Causes and Mechanisms";
    private const string Management = "Management Algorithm";
    private const string Prevention = "Prevention Strategies for Future Procedures";
    private const string Pitfalls = "Critical Pitfalls to Avoid";
    private const string InitialEvaluation = "Initial Evaluation";
    private const string RecoveryPatterns = "Expected Recovery Patterns";
    private const string Concentration = "High Local Anesthetic Concentration";
    private const string VascularInjection = "Inadvertent Vascular Injection";
    private const string Spread = "Unintended Spread to Adjacent Structures";
    private const string Within4h = "If Numbness Occurs Within 4 Hours Post-Block";
    private const string Beyond4h = "If Numbness Persists Beyond 4 Hours";
    private const string Beyond24h = "If Numbness Persists Beyond 24 Hours";

    public static readonly Statement[] Statements =
    [
        Row("S02a", 2, Summary, null),
        Row("S02b", 2, Summary, null),
        Row("S05", 5, Assessment, InitialEvaluation, 1, 2),
        Row("S06", 6, Assessment, InitialEvaluation, 3),
        Row("S07", 7, Assessment, InitialEvaluation, 4),
        Row("S09", 9, Assessment, RecoveryPatterns, 2),
        Row("S10", 10, Assessment, RecoveryPatterns, 2),
        Row("S11", 11, Assessment, RecoveryPatterns, 1, 2),
        Row("S14", 14, Causes, Concentration, 3),
        Row("S15", 15, Causes, Concentration, 5),
        Row("S17", 17, Causes, VascularInjection, 3),
        Row("S18", 18, Causes, VascularInjection, 3),
        Row("S20", 20, Causes, Spread, 5),
        Row("S21", 21, Causes, Spread, 5),
        Row("S24", 24, Management, Within4h, 2, 3),
        Row("S25", 25, Management, Within4h, 1),
        Row("S26", 26, Management, Within4h, 1),
        Row("S27", 27, Management, Within4h, 1),
        Row("S29", 29, Management, Beyond4h, 1, 2),
        Row("S30", 30, Management, Beyond4h, 4),
        Row("S31", 31, Management, Beyond4h, 4),
        Row("S32", 32, Management, Beyond4h, 4),
        Row("S34", 34, Management, Beyond24h, 1, 2),
        Row("S35", 35, Management, Beyond24h, 1),
        Row("S36", 36, Management, Beyond24h, 1),
        Row("S38", 38, Prevention, null, 5),
        Row("S39", 39, Prevention, null, 3),
        Row("S40", 40, Prevention, null, 3),
        Row("S41", 41, Prevention, null, 3),
        Row("S42", 42, Prevention, null, 1),
        Row("S44", 44, Pitfalls, null, 1, 2),
        Row("S45", 45, Pitfalls, null, 1),
        Row("S46", 46, Pitfalls, null, 6),
        Row("S47", 47, Pitfalls, null, 7),
    ];

    private static Statement Row(string id, int line, string section, string? part, params int[] references) =>
        new(id, line, section, part, Words.Of("statement." + id), references);
}
