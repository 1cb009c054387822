using System.Text.Json;
using ClinicalBot.Rules;

namespace ClinicalBot.Api.Assessments;

/// <summary>Reads an assessment request strictly: what is not exactly understood is refused by name, never taken for something else.</summary>
internal sealed class AssessmentReader(DateTimeOffset now)
{
    /// <summary>The most earlier exams one request may hold.</summary>
    public const int MostEarlier = 50;

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OldestBlock = TimeSpan.FromDays(30);

    /// <summary>What is wrong with what was read so far.</summary>
    public FieldErrors Errors { get; } = new();

    /// <summary>Reads the body of a request. What it returns counts only when there are no <see cref="Errors"/>.</summary>
    public (Assessment Exam, IReadOnlyList<Assessment> Earlier) Read(JsonElement body)
    {
        var fields = new JsonFields(body, "", Errors);
        var exam = ReadExam(fields);
        var earlier = fields.Array("earlier");
        fields.RefuseTheRest();
        if (earlier.Count > MostEarlier)
        {
            Errors.Add("earlier", $"Holds {earlier.Count} assessments; at most {MostEarlier} are read.");
            return (exam, []);
        }

        return (exam, ReadEarlier(earlier, exam));
    }

    private List<Assessment> ReadEarlier(IReadOnlyList<JsonElement> elements, Assessment current)
    {
        var exams = new List<Assessment>(elements.Count);
        for (var i = 0; i < elements.Count; i++)
        {
            var fields = new JsonFields(elements[i], $"earlier[{i}]", Errors);
            var exam = ReadExam(fields);
            if (fields.Array("earlier").Count > 0)
            {
                fields.Refuse("earlier", "An earlier assessment has no earlier ones of its own: list them all, oldest first.");
            }

            fields.RefuseTheRest();
            if (exam.AssessedAt > current.AssessedAt)
            {
                fields.Refuse("assessedAt", "Must not be after the assessment that it is earlier than.");
            }
            else if (i > 0 && exam.AssessedAt < exams[i - 1].AssessedAt)
            {
                fields.Refuse("assessedAt", "Must not be before the one listed before it: oldest first.");
            }

            exams.Add(exam);
        }

        return exams;
    }

    private Assessment ReadExam(JsonFields fields)
    {
        var blockTime = fields.Time("blockTime");
        var assessedAt = fields.Time("assessedAt") ?? now;
        if (assessedAt - now > ClockTolerance)
        {
            fields.Refuse("assessedAt", "Lies more than 2 minutes ahead of the clock.");
        }

        if (blockTime > assessedAt)
        {
            fields.Refuse("blockTime", "Must not be after assessedAt.");
        }
        else if (assessedAt - blockTime > OldestBlock)
        {
            fields.Refuse("blockTime", "Lies more than 30 days before assessedAt.");
        }

        return new Assessment
        {
            BlockTime = blockTime,
            AssessedAt = assessedAt,
            Numbness = fields.Word<Numbness>("numbness", notOnTheWire: Numbness.NotGiven),
            Distribution = fields.Word<Distribution>("distribution"),
            RadicularSymptoms = fields.Word<YesNo>("radicularSymptoms"),
            StraightLegRaise = fields.Word<StraightLegRaise>("straightLegRaise"),
            Motor = ReadMotor(fields.Object("motor")),
            Reflexes = ReadReflexes(fields.Object("reflexes")),
            RedFlags = ReadRedFlags(fields.Object("redFlags")),
            Context = ReadContext(fields.Object("context")),
        };
    }

    private static MotorExam ReadMotor(JsonFields? fields)
    {
        if (fields is null)
        {
            return default;
        }

        var motor = new MotorExam(
            fields.Word<Strength>("hipFlexion"),
            fields.Word<Strength>("kneeExtension"),
            fields.Word<Strength>("ankleDorsiflexion"),
            fields.Word<Strength>("anklePlantarflexion"),
            fields.Word<Strength>("toes"));
        fields.RefuseTheRest();
        return motor;
    }

    private static ReflexExam ReadReflexes(JsonFields? fields)
    {
        if (fields is null)
        {
            return default;
        }

        var reflexes = new ReflexExam(fields.Word<Reflex>("knee"), fields.Word<Reflex>("ankle"));
        fields.RefuseTheRest();
        return reflexes;
    }

    private static RedFlags ReadRedFlags(JsonFields? fields)
    {
        if (fields is null)
        {
            return default;
        }

        var flags = new RedFlags(
            fields.Word<YesNo>("progressiveMotorWeakness"),
            fields.Word<YesNo>("saddleAnesthesia"),
            fields.Word<YesNo>("bowelBladderDysfunction"),
            fields.Word<YesNo>("bilateralSymptoms"));
        fields.RefuseTheRest();
        return flags;
    }

    private static BlockContext ReadContext(JsonFields? fields)
    {
        if (fields is null)
        {
            return BlockContext.Empty;
        }

        var context = new BlockContext
        {
            Anticoagulated = fields.Word<YesNo>("anticoagulated"),
            Agent = fields.Text("agent"),
            ConcentrationPercent = fields.Number("concentrationPercent", maximum: 100),
            VolumePerLevelMl = fields.Number("volumePerLevelMl"),
            Side = fields.Text("side"),
            Levels = fields.Text("levels"),
            ContrastConfirmed = fields.Word<YesNo>("contrastConfirmed"),
            Aspirated = fields.Word<YesNo>("aspirated"),
            SedatedWithMidazolam = fields.Word<YesNo>("sedatedWithMidazolam"),
        };
        fields.RefuseTheRest();
        return context;
    }
}
