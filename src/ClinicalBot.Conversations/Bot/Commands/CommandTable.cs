using System.Globalization;
using ClinicalBot.Escalation;
using ClinicalBot.Phrases;
using NodaTime;
using NodaTime.Text;

namespace ClinicalBot.Conversations.Bot.Commands;

/// <summary>
/// Every typed command, from one table. A command is a whole message and never part of one, so that no finding hides behind a command and no
/// command in a sentence.
/// </summary>
internal static class CommandTable
{
    private const int LongestCommand = 120;
    private const int LongestCase = 16;
    private const int MostPages = 9_999;
    private const string AfterName = " :,.-";
    private const string AtTheEnds = " .!?,;:\"\u201c\u201d/";

    private static readonly Dictionary<string, CommandRow> ByPhrase =
        CommandRow.All.SelectMany(row => row.Alone.Select(phrase => (phrase, row))).ToDictionary(each => each.phrase, each => each.row, StringComparer.Ordinal);

    /// <summary>Phrases that something may follow, the longest first.</summary>
    private static readonly IReadOnlyList<(string Phrase, CommandRow Row)> Prefixes =
    [
        .. CommandRow.All.Where(row => row.Takes != CommandArgument.None)
            .SelectMany(row => row.Phrases.Select(phrase => (phrase, row))).OrderByDescending(each => each.phrase.Length),
    ];

    /// <summary>The command a message is; null when it is none.</summary>
    /// <param name="text">As it was typed.</param>
    public static CommandCall? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > TypedText.MaxLength)
        {
            // It was cut: without its first word the rest would pass for a whole text.
            return null;
        }

        if (ReadLookUp(text) is { } lookUp)
        {
            return lookUp;
        }

        if (text.Length > LongestCommand)
        {
            return null;
        }

        var plain = Plain(text);
        if (ByPhrase.TryGetValue(plain, out var row))
        {
            return new CommandCall(row.Command) { Time = row.Takes == CommandArgument.RoleTimeOrNone ? RotaTime.Read([]) : null };
        }

        foreach (var (phrase, each) in Prefixes)
        {
            if (Follows(plain, phrase) is { } rest && Complete(each, rest) is { } call)
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>The step a message names, e.g. "motor" or "red flags"; null when it names none.</summary>
    public static Topic? ReadStep(string text) =>
        text.Length <= LongestCommand && CommandRow.Steps.TryGetValue(Plain(text), out var step) ? step : null;

    /// <summary>Words to look up keep their own case and marks.</summary>
    private static CommandCall? ReadLookUp(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        foreach (var (phrase, row) in Prefixes)
        {
            if (row.Takes == CommandArgument.Words && trimmed.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
                && (trimmed.Length == phrase.Length || !char.IsLetterOrDigit(trimmed[phrase.Length])))
            {
                return new CommandCall(row.Command) { Words = trimmed[phrase.Length..].TrimStart(AfterName).Trim().ToString() };
            }
        }

        return null;
    }

    private static CommandCall? Complete(CommandRow row, string rest) => row.Takes switch
    {
        CommandArgument.Case or CommandArgument.CaseOrNone when ReadCase(rest) is { } reference => new CommandCall(row.Command) { Case = reference },
        CommandArgument.StepOrNone when CommandRow.Steps.TryGetValue(Follows(rest, "the") ?? rest, out var step) =>
            new CommandCall(row.Command) { Step = step },
        CommandArgument.PageOrNone when int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= MostPages =>
            new CommandCall(row.Command) { Page = page },
        CommandArgument.DaysOrNone => ReadDays(row, rest),
        CommandArgument.RoleToo => ReadRoleToo(row, rest),
        CommandArgument.RoleTimeOrNone or CommandArgument.RoleTime or CommandArgument.TimePerson or CommandArgument.Time => ReadRota(row, rest),
        _ => null,
    };

    /// <summary>"neurology tomorrow 08:00", "neurology until 07:00", "tonight 20:00-08:00 with erin", "me until 07:00".</summary>
    private static CommandCall? ReadRota(CommandRow row, string rest)
    {
        string[] words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var with = Array.IndexOf(words, "with");
        return row.Takes switch
        {
            CommandArgument.TimePerson => with > 0 && with < words.Length - 1 && RotaTime.Read(words.AsSpan(0, with)) is { Until: not null } time
                ? new CommandCall(row.Command) { Time = time, Person = string.Join(' ', words[(with + 1)..]) }
                : null,
            CommandArgument.Time => RotaTime.Read(words) is { Until: not null } time ? new CommandCall(row.Command) { Time = time } : null,
            CommandArgument.RoleTime => IsRole(words[0]) && RotaTime.Read(words.AsSpan(1)) is { From: null, Day: null, Until: not null } time
                ? new CommandCall(row.Command) { Time = time, Role = words[0] }
                : null,
            _ => RotaTime.Read(words) is { Until: null } when ? new CommandCall(row.Command) { Time = when }
                : IsRole(words[0]) && RotaTime.Read(words.AsSpan(1)) is { Until: null } at ? new CommandCall(row.Command) { Time = at, Role = words[0] }
                : null,
        };

        static bool IsRole(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }

    /// <summary>"2026-11-01", "from 2026-11-01 to 2026-11-30"; the last day is meant too.</summary>
    private static CommandCall? ReadDays(CommandRow row, string rest)
    {
        List<ParseResult<LocalDate>> days =
            [.. rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("from" or "to" or "until" or "-"))
                .Select(LocalDatePattern.Iso.Parse)];
        return days.Count is 1 or 2 && days.TrueForAll(day => day.Success)
            ? new CommandCall(row.Command) { Days = (days[0].Value, days.Count > 1 ? days[1].Value : null) } : null;
    }

    /// <summary>"neurology too", "mri too for K7-4FX".</summary>
    private static CommandCall? ReadRoleToo(CommandRow row, string rest)
    {
        var words = rest.Split(' ', 3);
        if (words is not [var role, "too", ..] || !role.All(char.IsAsciiLetter))
        {
            return null;
        }

        return words.Length == 2 ? new CommandCall(row.Command) { Role = role }
            : ReadCase(Follows(words[2], "for") ?? words[2]) is { } reference ? new CommandCall(row.Command) { Role = role, Case = reference }
            : null;
    }

    /// <summary>A reference, or what has the shape of one ("ZZ-999"): the answer is then that there is no such case.</summary>
    private static string? ReadCase(string rest)
    {
        var typed = Follows(rest, "case") ?? rest;
        return typed.Length > LongestCase ? null
            : CaseReference.Read(typed) ?? (HasShape(typed) ? typed.ToUpperInvariant() : null);
    }

    private static bool HasShape(string typed) => typed is [_, _, '-', _, _, _] && typed.All(c => c == '-' || char.IsAsciiLetterOrDigit(c));

    /// <summary>What follows a phrase at the beginning; null when the text does not begin with it, or ends there.</summary>
    private static string? Follows(string text, string phrase) =>
        text.Length > phrase.Length && text.StartsWith(phrase, StringComparison.Ordinal) && AfterName.Contains(text[phrase.Length], StringComparison.Ordinal)
            ? text[phrase.Length..].TrimStart(AfterName.ToCharArray())
            : null;

    /// <summary>In lower case, without apostrophes, with single spaces and without punctuation at the ends.</summary>
    private static string Plain(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else if (c is not ('\'' or '\u2019' or '\u2018'))
            {
                plain.Append(c is '\u2013' or '\u2011' ? '-' : char.ToLowerInvariant(c));
            }
        }

        return plain.ToString().Trim(AtTheEnds.ToCharArray());
    }
}
