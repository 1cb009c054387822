namespace ClinicalBot.Rules.Tests.WholeTable;

/// <summary>
/// The specification's tables once more, as plain as can be and without anything of the core, to hold against it. Only the bits are
/// the core's: they stand for ids.
/// </summary>
internal static class PlainReading
{
    private static readonly Dictionary<string, uint> Rules = Bits(RuleTable.Rules.Select(rule => rule.Id));
    private static readonly Dictionary<string, uint> Steps = Bits(StepTable.Steps.Select(step => step.Id));

    private static readonly uint
        RedFlag = Rules["redFlag"], PersistsFrom24h = Rules["persistsFrom24h"], WeaknessFrom4h = Rules["weaknessFrom4h"],
        SlrUnable = Rules["slrUnable"], WeaknessUnder4h = Rules["weaknessUnder4h"], Outlasts = Rules["weaknessOutlastsNumbness"],
        PersistsFrom4h = Rules["persistsFrom4h"], Dermatomal = Rules["dermatomal"], Unexpected = Rules["unexpectedDistribution"],
        Radicular = Rules["radicular"], ReflexReduced = Rules["reflexReduced"], FlagUnknown = Rules["redFlagUnknown"],
        MotorNotAssessed = Rules["motorNotAssessed"], DistributionNotAssessed = Rules["distributionNotAssessed"],
        ExpectedRecovery = Rules["expectedRecovery"], Recovered = Rules["recovered"];

    private static readonly uint
        EstablishTime = Steps["establishTime"], ExamineNow = Steps["examineNow"], Baseline = Steps["documentBaseline"],
        Monitor = Steps["monitor"], Reassure = Steps["reassure"], Recheck = Steps["recheck"],
        Notify = Steps["notifyProceduralist"] | Steps["motorExam"] | Steps["reflexes"], Mri = Steps["urgentMri"],
        Pathway = Steps["neurologicalEmergency"], Investigate = Steps["investigate24h"], WhenResolved = Steps["whenResolved"];

    public static (Urgency Urgency, uint Rules, uint Steps, bool Mobilization, bool Discharge) Of(Assessment exam)
    {
        var unknownTime = exam.BlockTime is null;
        var hours = unknownTime ? 12 : (exam.AssessedAt - exam.BlockTime!.Value).TotalHours;
        var numb = exam.Numbness != Numbness.Resolved;
        Span<Strength> groups =
        [
            exam.Motor.HipFlexion, exam.Motor.KneeExtension, exam.Motor.AnkleDorsiflexion, exam.Motor.AnklePlantarflexion, exam.Motor.Toes,
        ];
        Span<YesNo> flags =
        [
            exam.RedFlags.ProgressiveMotorWeakness, exam.RedFlags.SaddleAnesthesia, exam.RedFlags.BowelBladderDysfunction,
            exam.RedFlags.BilateralSymptoms,
        ];
        var weak = groups.Contains(Strength.Weak);
        var unable = exam.StraightLegRaise == StraightLegRaise.Unable;
        var motorNormal = exam.StraightLegRaise == StraightLegRaise.Able && !groups.ContainsAnyExcept(Strength.Normal);

        uint rules = 0, steps = 0;
        var urgency = Urgency.Recovered;
        void Fire(bool when, uint rule, Urgency gives)
        {
            if (when)
            {
                rules |= rule;
                urgency = gives > urgency ? gives : urgency;
            }
        }

        Fire(flags.Contains(YesNo.Yes), RedFlag, Urgency.Emergency);
        Fire(numb && hours >= 24, PersistsFrom24h, Urgency.Emergency);
        Fire((unable || weak) && hours >= 4, WeaknessFrom4h, Urgency.Emergency);
        Fire(unable && hours < 4, SlrUnable, Urgency.Urgent);
        Fire(weak && hours < 4, WeaknessUnder4h, Urgency.Urgent);
        Fire(!numb && (unable || weak), Outlasts, Urgency.Urgent);
        Fire(numb && hours is >= 4 and < 24, PersistsFrom4h, Urgency.Urgent);
        Fire(numb && exam.Distribution == Distribution.Dermatomal, Dermatomal, Urgency.Urgent);
        Fire(numb && exam.Distribution == Distribution.Unexpected, Unexpected, Urgency.Urgent);
        Fire(exam.RadicularSymptoms == YesNo.Yes, Radicular, Urgency.Urgent);
        Fire(exam.Reflexes.Knee == Reflex.Reduced || exam.Reflexes.Ankle == Reflex.Reduced, ReflexReduced, Urgency.Urgent);
        Fire(flags.Contains(YesNo.Unknown), FlagUnknown, Urgency.Incomplete);
        Fire(exam.StraightLegRaise == StraightLegRaise.NotAssessed || groups.Contains(Strength.NotAssessed), MotorNotAssessed, Urgency.Incomplete);
        Fire(numb && exam.Distribution == Distribution.NotAssessed, DistributionNotAssessed, Urgency.Incomplete);
        Fire(numb && hours < 4, ExpectedRecovery, Urgency.Expected);
        Fire(!numb, Recovered, Urgency.Recovered);

        void Give(bool when, uint step) => steps |= when ? step : 0;
        Give(unknownTime, EstablishTime);
        Give((rules & (FlagUnknown | MotorNotAssessed | DistributionNotAssessed)) != 0, ExamineNow);
        Give(hours < 4 && numb, Baseline);
        Give(exam.StraightLegRaise != StraightLegRaise.Able, Monitor);
        Give(urgency == Urgency.Expected, Reassure);
        Give(urgency != Urgency.Emergency, Recheck);
        Give(urgency is Urgency.Urgent or Urgency.Emergency, Notify);
        Give((rules & RedFlag) != 0, Mri);
        Give(urgency == Urgency.Emergency, Pathway);
        Give((rules & PersistsFrom24h) != 0, Investigate);
        Give(urgency == Urgency.Recovered && hours >= 4, WhenResolved);
        return (urgency, rules, steps, !motorNormal, !motorNormal || urgency > Urgency.Expected);
    }

    private static Dictionary<string, uint> Bits(IEnumerable<string> ids) =>
        ids.Select((id, row) => (id, bit: 1u << row)).ToDictionary(pair => pair.id, pair => pair.bit);
}
