using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>Makes a reading of the claims: the worst value of each finding, and what must be asked.</summary>
internal sealed class ReadingBuilder(Claims claims)
{
    private readonly List<Doubt> _doubts = [.. claims.Doubts];

    /// <summary>Adds everything claimed to what is already read.</summary>
    public Reading Complete(Reading reading)
    {
        var filled = reading with
        {
            StraightLegRaise = Pick(Finding.StraightLegRaise, "straightLegRaise", StraightLegRaise.Able, StraightLegRaise.Unable, StraightLegRaise.NotAssessed),
            HipFlexion = Motor(Finding.HipFlexion, "motor.hipFlexion"),
            KneeExtension = Motor(Finding.KneeExtension, "motor.kneeExtension"),
            AnkleDorsiflexion = Motor(Finding.AnkleDorsiflexion, "motor.ankleDorsiflexion"),
            AnklePlantarflexion = Motor(Finding.AnklePlantarflexion, "motor.anklePlantarflexion"),
            Toes = Motor(Finding.Toes, "motor.toes"),
            Numbness = Pick(Finding.Numbness, "numbness", Numbness.Resolved, Numbness.Present, Numbness.NotGiven),
            Distribution = Where(),
            RadicularSymptoms = Flag(Finding.RadicularSymptoms, "radicularSymptoms"),
            KneeReflex = Pick(Finding.KneeReflex, "reflexes.knee", Reflex.Normal, Reflex.Reduced, Reflex.NotAssessed),
            AnkleReflex = Pick(Finding.AnkleReflex, "reflexes.ankle", Reflex.Normal, Reflex.Reduced, Reflex.NotAssessed),
            ProgressiveMotorWeakness = Flag(Finding.ProgressiveMotorWeakness, "redFlags.progressiveMotorWeakness"),
            SaddleAnesthesia = Flag(Finding.SaddleAnesthesia, "redFlags.saddleAnesthesia"),
            BowelBladderDysfunction = BowelBladder(),
            BilateralSymptoms = Flag(Finding.BilateralSymptoms, "redFlags.bilateralSymptoms"),
            Anticoagulated = Flag(Finding.Anticoagulated, "context.anticoagulated"),
            ContrastConfirmed = Done(Finding.ContrastConfirmed, "context.contrastConfirmed"),
            Aspirated = Done(Finding.Aspirated, "context.aspirated"),
            SedatedWithMidazolam = Done(Finding.SedatedWithMidazolam, "context.sedatedWithMidazolam"),
            KnownEarlierDeficit = claims.KnownEarlierDeficit,
        };
        return _doubts.Count == 0 ? filled : filled with { Doubts = _doubts };
    }

    private Strength? Motor(Finding finding, string path) => Pick(finding, path, Strength.Normal, Strength.Weak, Strength.NotAssessed);

    private YesNo? Flag(Finding finding, string path) => Pick(finding, path, YesNo.No, YesNo.Yes, YesNo.Unknown);

    /// <summary>What was done is the reassuring answer here.</summary>
    private YesNo? Done(Finding finding, string path) => Pick(finding, path, YesNo.Yes, YesNo.No, YesNo.Unknown);

    private Distribution? Where()
    {
        var within = claims.Judge(Finding.WithinBlockArea);
        Distribution? worst = claims.Judge(Finding.Dermatomal) >= Verdict.Adverse ? Distribution.Dermatomal
            : claims.Judge(Finding.Unexpected) >= Verdict.Adverse ? Distribution.Unexpected
            : null;
        if (worst is not null)
        {
            if (within is Verdict.Reassuring or Verdict.Unclear && (claims[Finding.WithinBlockArea] & Claim.AnyReassuring) != 0)
            {
                _doubts.Add(new Doubt("distribution", DoubtKind.Contradiction));
            }

            return worst;
        }

        if (claims.Judge(Finding.Dermatomal) == Verdict.Unclear || claims.Judge(Finding.Unexpected) == Verdict.Unclear)
        {
            _doubts.Add(new Doubt("distribution", DoubtKind.Unclear));
            return null;
        }

        return Pick(Finding.WithinBlockArea, "distribution", Distribution.WithinBlockArea, Distribution.Unexpected, Distribution.NotAssessed);
    }

    /// <summary>Yes when either is, no only when both are denied; one denied leaves the flag unknown and asks.</summary>
    private YesNo? BowelBladder()
    {
        const string Path = "redFlags.bowelBladderDysfunction";
        var bowel = claims.Judge(Finding.Bowel);
        var bladder = claims.Judge(Finding.Bladder);
        if (bowel >= Verdict.Adverse || bladder >= Verdict.Adverse)
        {
            if (bowel == Verdict.AdverseContradicted || bladder == Verdict.AdverseContradicted)
            {
                _doubts.Add(new Doubt(Path, DoubtKind.Contradiction));
            }

            return YesNo.Yes;
        }

        if (bowel == Verdict.None && bladder == Verdict.None)
        {
            return null;
        }

        if (bowel == Verdict.Unclear || bladder == Verdict.Unclear)
        {
            _doubts.Add(new Doubt(Path, DoubtKind.Unclear));
            return bowel == Verdict.Unknown || bladder == Verdict.Unknown ? YesNo.Unknown : null;
        }

        if (bowel == Verdict.Reassuring && bladder == Verdict.Reassuring)
        {
            return YesNo.No;
        }

        if (bowel != Verdict.Unknown && bladder != Verdict.Unknown)
        {
            _doubts.Add(new Doubt(Path, DoubtKind.Unclear));
        }

        return YesNo.Unknown;
    }

    private T? Pick<T>(Finding finding, string path, T reassuring, T adverse, T unknown)
        where T : struct
    {
        switch (claims.Judge(finding))
        {
            case Verdict.Reassuring:
                return reassuring;
            case Verdict.Unknown:
                return unknown;
            case Verdict.Unclear:
                _doubts.Add(new Doubt(path, DoubtKind.Unclear));
                return null;
            case Verdict.Adverse:
                return adverse;
            case Verdict.AdverseContradicted:
                _doubts.Add(new Doubt(path, DoubtKind.Contradiction));
                return adverse;
            case Verdict.AdverseUnspecific:
                _doubts.Add(new Doubt(path, DoubtKind.Unspecific));
                return adverse;
            default:
                return null;
        }
    }
}
