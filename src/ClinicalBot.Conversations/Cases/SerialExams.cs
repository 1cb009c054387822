using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using ClinicalBot.Rules;
using NodaTime;

namespace ClinicalBot.Conversations.Cases;

/// <summary>
/// The exams of a case over time: hours after the block against straight-leg raise, motor, sensation and red flags, with a mark at 4 and at
/// 24 hours. As a table for cards, and in words for hosts that show none.
/// </summary>
internal static class SerialExams
{
    /// <summary>Its name, as a button carries it.</summary>
    public const string Detail = "series";

    private static readonly IReadOnlyList<TimeSpan> Marks = [TimeSpan.FromHours(4), TimeSpan.FromHours(24)];

    /// <summary>The table. A mark stands where its time passed before the next exam; those still to come stand last.</summary>
    /// <param name="case">The case.</param>
    /// <param name="zone">The reader's zone.</param>
    public static Series Of(Case @case, DateTimeZone zone) => new(
        Text.SeriesTitle,
        [Text.SeriesTime, Text.SeriesHeel, Text.SeriesMotor, Text.SeriesSensation, Text.SeriesFlags],
        [.. Rows(@case).Select(row => row.Exam is { } exam ? Row(exam, zone) : new SeriesRow("accent", [Mark(row.Mark!.Value), Gap, Gap, Gap, Gap]))],
        CaseButtons.Data(@case, Verbs.Details) with { Detail = Detail });

    /// <summary>The same in words, one line an exam, the oldest first.</summary>
    /// <param name="case">The case.</param>
    /// <param name="zone">The reader's zone.</param>
    public static IReadOnlyList<string> Lines(Case @case, DateTimeZone zone) =>
    [
        .. @case.Exams.Select(exam => (Cells: Cells(exam, zone), Format: exam.Assessment.BlockTime is null ? Text.SeriesLineAt : Text.SeriesLine))
            .Select(line => Say.With(line.Format, [.. line.Cells])),
    ];

    private const string Gap = "\u00B7";

    private static IEnumerable<(Exam? Exam, TimeSpan? Mark)> Rows(Case @case)
    {
        var left = new Queue<TimeSpan>(@case.Current.Assessment.BlockTime is null ? [] : Marks);
        foreach (var exam in @case.Exams)
        {
            while (left.TryPeek(out var mark) && exam.Assessment.AssessedAt - (exam.Assessment.BlockTime ?? exam.Assessment.AssessedAt) >= mark)
            {
                yield return (null, left.Dequeue());
            }

            yield return (exam, null);
        }

        foreach (var mark in left)
        {
            yield return (null, mark);
        }
    }

    private static SeriesRow Row(Exam exam, DateTimeZone zone) =>
        new(exam.Decision.Urgency switch { Urgency.Emergency => "attention", Urgency.Urgent => "warning", _ => "default" }, Cells(exam, zone));

    private static IReadOnlyList<string> Cells(Exam exam, DateTimeZone zone)
    {
        var found = exam.Assessment;
        var since = found.BlockTime is { } block ? Clock.Elapsed(found.AssessedAt - block) : CaseWords.ClockTime(found.AssessedAt, zone);
        return [since, Value(found.StraightLegRaise), Motor(found.Motor), Value(found.Numbness), Flags(found.RedFlags)];
    }

    private static string Motor(MotorExam motor)
    {
        Strength[] groups = [motor.HipFlexion, motor.KneeExtension, motor.AnkleDorsiflexion, motor.AnklePlantarflexion, motor.Toes];
        return groups.Count(each => each == Strength.Weak) is > 0 and var weak ? Say.With(Text.SeriesWeak, weak)
            : groups.All(each => each == Strength.Normal) ? Value(Strength.Normal)
            : groups.All(each => each == Strength.NotAssessed) ? Value(Strength.NotAssessed)
            : Text.SeriesPart;
    }

    private static string Flags(RedFlags flags)
    {
        YesNo[] all = [flags.ProgressiveMotorWeakness, flags.SaddleAnesthesia, flags.BowelBladderDysfunction, flags.BilateralSymptoms];
        return all.Count(each => each == YesNo.Yes) is > 0 and var present ? Say.With(Text.SeriesPresent, present)
            : all.All(each => each == YesNo.No) ? Text.SeriesNone
            : Value(YesNo.Unknown);
    }

    private static string Mark(TimeSpan at) => Say.With(Text.SeriesMark, (int)at.TotalHours);

    private static string Value<T>(T value)
        where T : struct, Enum => Say.Value(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
