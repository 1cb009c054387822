using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Paging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Doctor;

/// <summary>The two weeks ahead: hours without anybody on call, calendars that are stale, numbers that cannot be dialed from outside.</summary>
internal sealed class PreflightCheckup(ContactDirectory contacts, CalendarFeeds feeds, CalendarShifts calendars, IOptions<EscalationOptions> options,
    IOptions<PagingOptions> paging)
{
    private const string Check = "preflight";

    /// <summary>
    /// What is wrong, or one finding that nothing is. Nothing at all without contacts, and not who is missing now: that is the finding of another
    /// check.
    /// </summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(DateTimeOffset now)
    {
        if (contacts.LastRead is not ContactsFile.Good)
        {
            return [];
        }

        await feeds.RunOnceAsync();
        var book = contacts.Of(options.Value.HomeTenant);
        List<Finding> findings = [.. options.Value.Roles.SelectMany(role => Gaps(book, role, now)),
            .. calendars.States.Where(state => state.Wrong is not null || state.IsStale(now)).Select(Stale), .. Numbers(book)];
        return findings.Count > 0 ? findings : [Finding.Fine(Check, "every role is covered for two weeks")];
    }

    private static IEnumerable<Finding> Gaps(ContactBook book, string role, DateTimeOffset now) => OnCall.Between(book, role, now, now.AddDays(14))
        .Where(span => span.From > now || span.Answer is not null)
        .Where(span => span.Answer is null || (span.Answer.Layer == RotaLayer.Fallback && book[role].Rota.IsKept))
        .Take(3)
        .Select(span => span.Answer is { } answer
            ? Finding.Note(Check, $"{role} has a gap from {span.From:u} to {span.Until:u}: only the fallback, {answer.Person.Name}, is on call.",
                "Put a shift there.")
            : Finding.Wrong(Check, $"Nobody is on call as {role} from {span.From:u} to {span.Until:u}.",
                $"Put a shift there, or name a fallback for {role} in the contacts file."));

    private static Finding Stale(CalendarState state) => Finding.Wrong(
        Check, $"A calendar of {state.Role} cannot be read ({state.Wrong ?? "not for a day"}).",
            "Correct its address or file in the contacts file; what was read before stays in use.");

    private IEnumerable<Finding> Numbers(ContactBook book) => book.People
        .Where(person => person.Phone is not null && Paging.PhoneNumbers.E164(person.Phone, paging.Value.Region) is null)
        .Select(person => Finding.Note(Check, $"The phone of {person.Name} is no number that can be dialed from outside.",
            "Write it with its area code, or set Paging:Region to the site's country."));
}
