using CsCheck;
using NodaTime;

namespace ClinicalBot.Escalation.Tests;

/// <summary>Who is on call, held against a model that looks at the clock on the wall every minute.</summary>
public sealed class RotaTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static readonly string[] People = ["a", "b", "c"];

    // Weeks around both changes of the clock, the leap day and the turn of a year.
    private static readonly Gen<LocalDate> Day = Gen.Frequency(
        (1, Gen.Int[0, 9].Select(day => new LocalDate(2026, 3, 3).PlusDays(day))), (1, Gen.Int[0, 9].Select(day => new LocalDate(2026, 10, 27).PlusDays(day))),
        (1, Gen.Int[0, 5].Select(day => new LocalDate(2028, 2, 26).PlusDays(day))),
            (1, Gen.Int[0, 5].Select(day => new LocalDate(2026, 12, 29).PlusDays(day))));

    private static readonly Gen<LocalTime> Time = Gen.Frequency(
        (2, Gen.Int[0, 23].Select(hour => new LocalTime(hour, 0))), (1, Gen.Const(LocalTime.Midnight)), (2, Gen.Const(new LocalTime(1, 30))),
            (2, Gen.Const(new LocalTime(2, 30))));

    private static readonly Gen<(LocalDate Start, LocalTime Handoff, int Days, int Members)> Rule =
        Gen.Select(Day, Time, Gen.Int[0, 2].Select(which => which switch { 0 => 1, 1 => 2, _ => 7 }), Gen.Int[1, 3]);

    private static readonly Gen<List<(int Person, int From, int Length, int Layer)>> Shifts =
        Gen.Select(Gen.Int[0, 3], Gen.Int[-500, 9_000], Gen.Int[1, 3_000], Gen.Int[0, 2]).List[0, 6];

    [Fact]
    public void The_answer_is_that_of_a_model_that_looks_every_minute() => Gen.Select(Rule, Shifts, Gen.Bool, Gen.Bool, Gen.Int[0, 7], Hours).Sample(
        (rule, shifts, hasRotation, hasFallback, limited, hours) =>
        {
            var start = NewYork.AtStartOfDay(rule.Start).ToInstant();
            var book = Book(rule, shifts, hasRotation, hasFallback, start, limited, hours);
            var spans = OnCall.Between(book, "neurology", At(start, 0), At(start, Minutes));
            Assert.Equal(At(start, 0), spans[0].From);
            Assert.Equal(At(start, Minutes), spans[^1].Until);
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
            var (turn, next, span) = (-1, rule.Start, 0);
            for (var minute = 0; minute < Minutes; minute++)
            {
                var wall = start.Plus(Duration.FromMinutes(minute)).InZone(NewYork).LocalDateTime;
                if (wall >= next + rule.Handoff)
                {
                    (turn, next) = (turn + 1, next.PlusDays(rule.Days));
                }

                var at = At(start, minute);
                span += spans[span].Until <= at ? 1 : 0;
                var isIn = People.Select((_, person) => (limited >> person & 1) == 0 || IsIn(wall, hours)).ToArray();
                string? Answer(bool[] counts) => Naive(shifts, minute, counts)
                    ?? (hasRotation ? turn >= 0 && counts[turn % rule.Members] ? People[turn % rule.Members] : null
                        : People.Where((_, person) => counts[person]).FirstOrDefault())
                    ?? (hasFallback && counts[2] ? "c" : null);
                var (within, expected) = (Answer(isIn), Answer(isIn) ?? Answer([true, true, true]));
                Assert.Equal(expected, OnCall.At(book, "neurology", at)?.Person.Id);
                Assert.Equal(within is null && expected is not null, OnCall.At(book, "neurology", at)?.IsOutsideHours is true);
                Assert.Equal(expected, spans[span].Answer?.Person.Id);
            }
        },
        iter: 60);

    // No hours begin or end in the hour that the clock skips or repeats: the wall does not say what they mean there.
    private static readonly Gen<(int Day, int From, int Length)> Hours = Gen.Select(Gen.Int[1, 7], Gen.Int[4, 23], Gen.Int[5, 20]);

    private static bool IsIn(LocalDateTime wall, (int Day, int From, int Length) hours) =>
        new[] { wall.Date, wall.Date.PlusDays(-1) }.Any(day => (int)day.DayOfWeek == hours.Day
            && wall >= day.At(new LocalTime(hours.From, 0)) && wall < day.At(new LocalTime(hours.From, 0)).PlusHours(Span(hours)));

    /// <summary>Ends after the hours in which clocks change, or on the same day.</summary>
    private static int Span((int Day, int From, int Length) hours) => hours.From + hours.Length is > 23 and < 28 ? 28 - hours.From : hours.Length;

    private const int Minutes = 9 * 24 * 60;

    private static DateTimeOffset At(Instant start, int minute) => start.Plus(Duration.FromMinutes(minute)).ToDateTimeOffset();

    private static ContactBook Book(
        (LocalDate Start, LocalTime Handoff, int Days, int Members) rule, List<(int Person, int From, int Length, int Layer)> shifts,
            bool hasRotation, bool hasFallback, Instant start, int limited, (int Day, int From, int Length) hours) =>
        new(new Dictionary<string, RoleContacts>
        {
            ["neurology"] = new(null, [.. People.Select((id, at) => new ContactPerson(id, id)
            {
                Hours = (limited >> at & 1) == 0 ? null : new WorkingHours(
                    [new([(IsoDayOfWeek)hours.Day], new LocalTime(hours.From, 0), new LocalTime((hours.From + Span(hours)) % 24, 0))], NewYork),
            })])
            {
                Fallback = hasFallback ? "c" : null,
                Rota = new RoleRota(
                    hasRotation ? new Rotation(People[..rule.Members], rule.Start, rule.Handoff, rule.Days, NewYork) : null,
                    [.. shifts.Select(shift => new Shift(shift.Person == 3
                        ? "gone" : People[shift.Person], At(start, shift.From), At(start, shift.From + shift.Length), RotaLayer.Calendar + shift.Layer))]),
            },
        });

    /// <summary>
    /// The highest layer, in it the shift made last; "gone" is no longer in the contacts. In a calendar only who counts; what people agreed on
    /// goes for everybody.
    /// </summary>
    private static string? Naive(List<(int Person, int From, int Length, int Layer)> shifts, int minute, bool[] counts)
    {
        foreach (var layer in new[] { 2, 1, 0 })
        {
            for (var at = shifts.Count - 1; at >= 0; at--)
            {
                if (shifts[at].Layer == layer && shifts[at].Person < 3 && (layer > 0 || counts[shifts[at].Person])
                    && shifts[at].From <= minute && minute < shifts[at].From + shifts[at].Length)
                {
                    return People[shifts[at].Person];
                }
            }
        }

        return null;
    }

    [Fact]
    public void Behind_the_person_on_call_stand_the_others_of_the_role_and_last_the_fallback()
    {
        var at = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
        var book = new ContactBook(new Dictionary<string, RoleContacts>
        {
            ["neurology"] = new(null, [new("a", "A"), new("b", "B")]) { Fallback = "head", Rota = new(null, [new("b", at, at.AddHours(1), RotaLayer.Taken)]) },
            ["heads"] = new(null, [new("head", "Head")]),
        });
        Assert.Equal(["b", "a", "head"], OnCall.Holders(book, "neurology", at).Select(person => person.Id));
        Assert.Equal(["a", "b", "head"], OnCall.Holders(book, "neurology", at.AddHours(1)).Select(person => person.Id));
    }
}
