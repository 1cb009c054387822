namespace ClinicalBot.Rules;

/// <summary>The steps in the order a person does them: what calls people comes before what completes the exam.</summary>
internal static class StepTable
{
    private const Facts PastFourHours = Facts.From4h | Facts.Present;

    public static readonly Advice[] Steps =
    [
        new("neurologicalEmergency", new(Facts.IsEmergency), new(Basis.Stated, "S36") { Needs = new(Facts.From24h) }),
        new("urgentMri", new(Facts.RedFlag), new(Basis.Stated, "S32") { Needs = new(PastFourHours) }),
        new("notifyProceduralist", new(Facts.UrgentOrAbove),
            new(Basis.Stated, "S29", "S11") { Needs = new(PastFourHours), Otherwise = Basis.Derived }),
        new("investigate24h", new(Facts.Present | Facts.From24h), new(Basis.Stated, "S34", "S11")),
        new("establishTime", new(Facts.TimeUnknown), new(Basis.LocalSafety, "S11", "S34")),
        new(ExamineNow, new(Facts.Incomplete), new(Basis.Derived)),
        new("documentBaseline", new(Facts.Under4h | Facts.Present), new(Basis.Stated, "S26", "S06")),
        new("monitor", new(Facts.None, Facts.SlrUnable | Facts.SlrNotAssessed),
            new(Basis.Stated, "S25") { Needs = new(Facts.SlrUnable), Otherwise = Basis.Derived }),
        new("motorExam", new(Facts.UrgentOrAbove), new(Basis.Stated, "S30") { Needs = new(PastFourHours), Otherwise = Basis.Derived }),
        new("reflexes", new(Facts.UrgentOrAbove), new(Basis.Stated, "S31") { Needs = new(PastFourHours), Otherwise = Basis.Derived }),
        new(Reassure, new(Facts.IsExpected | Facts.Present), new(Basis.Stated, "S24", "S09")),
        new("whenResolved", new(Facts.IsRecovered | Facts.From4h), new(Basis.Derived, "S11", "S34")),
        new(Recheck, new(Facts.BelowEmergency), new(Basis.LocalSafety, "S24", "S25", "S32")),
    ];

    /// <summary>Names the findings to examine; its sources are those of the rules that ask for them.</summary>
    public const string ExamineNow = "examineNow";

    /// <summary>Carries the clock time 4 h after the block.</summary>
    public const string Reassure = "reassure";

    /// <summary>Carries the clock time of the next exam.</summary>
    public const string Recheck = "recheck";
}
