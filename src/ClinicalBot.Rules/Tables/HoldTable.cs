namespace ClinicalBot.Rules;

/// <summary>What must not happen yet.</summary>
internal static class HoldTable
{
    private const Facts MotorNotKnownNormal = Facts.SlrUnable | Facts.SlrNotAssessed | Facts.Weak | Facts.MotorNotAssessed;

    private static readonly When KnownDeficit = new(Facts.None, Facts.SlrUnable | Facts.Weak);

    public static readonly Advice[] Holds =
    [
        new("mobilization", new(Facts.None, MotorNotKnownNormal), new(Basis.Stated, "S27") { Needs = KnownDeficit, Otherwise = Basis.Derived }),
        new("discharge", new(Facts.None, MotorNotKnownNormal | Facts.AboveExpected), new(Basis.Stated, "S45") { Needs = KnownDeficit }),
    ];
}
