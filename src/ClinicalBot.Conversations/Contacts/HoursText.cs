using ClinicalBot.Escalation;
using NodaTime;
using NodaTime.Text;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>Hours as the contacts file has them: "Mon-Fri 08:00-18:00", "Sat,Sun 10:00-14:00", "22:00-06:00" for every day.</summary>
internal static class HoursText
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Reads them; null when they are none. Those that end at or before their beginning end on the next day, "00:00-00:00" is a whole day.</summary>
    public static HoursOfDays? Read(string? text)
    {
        string[] words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [] or [_, _, _, ..] || words[^1].Split('-') is not [var from, var until]
            || Time.Parse(from) is not { Success: true, Value: var begin }
                || Time.Parse(until == "24:00" ? "00:00" : until) is not { Success: true, Value: var end }
            || ReadDays(words.Length == 1 ? "mon-sun" : words[0].ToLowerInvariant()) is not { Count: > 0 } days
            ? null : new HoursOfDays(days, begin, end);
    }

    private static IReadOnlyList<IsoDayOfWeek>? ReadDays(string text)
    {
        var days = new List<IsoDayOfWeek>();
        foreach (var part in text.Split(','))
        {
            int[] ends = [.. part.Split('-').Select(day => Array.IndexOf(Days, day))];
            if (ends.Length > 2 || ends.Contains(-1))
            {
                return null;
            }

            for (var day = ends[0]; ; day = (day + 1) % Days.Length)
            {
                days.Add((IsoDayOfWeek)(day + 1));
                if (day == ends[^1])
                {
                    break;
                }
            }
        }

        return days;
    }
}
