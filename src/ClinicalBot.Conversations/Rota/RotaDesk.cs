using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Bot.Commands;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Escalation;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations.Rota;

/// <summary>Who is on call, in chat: asked, taken, swapped and covered. Everything that changes hands is in the rota's record.</summary>
internal sealed class RotaDesk(
    ContactDirectory contacts, RotaCache cache, CardFactory cards, RotaWeek week, Clock clock, Languages languages, IOptions<EscalationOptions> options,
    Permissions permissions)
{
    /// <summary>Does what a command asks; false when it is not about who is on call.</summary>
    public async Task<bool> TryRunAsync(ITurnContext turn, CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Time is not { } time)
        {
            return false;
        }

        var file = await FileAsync(turn, cancellationToken);
        var book = contacts.Of(turn.Activity.GetTenantId(), file);
        var zone = clock.ZoneOf(turn.Activity);
        var me = book.Find(CaseDesk.Who(turn.Activity).Id);
        if (call.Role is { } role && !book.Roles.Contains(role, StringComparer.OrdinalIgnoreCase))
        {
            await SayAsync(turn, Say.With(Text.RotaRoleUnknown, string.Join(", ", book.Roles)), [], cancellationToken);
        }
        else if (call.Command == Command.WhoIsOnCall)
        {
            await ShowAsync(turn, book, call.Role, time.From is null && time.Day is null ? turn.Now : time.Range(turn.Now, zone).From, zone, cancellationToken);
        }
        else if (call.Command == Command.Week)
        {
            await turn.SendActivityAsync(
                week.Draw(book, call.Role, time.From is null && time.Day is null ? turn.Now : time.Range(turn.Now, zone).From, turn.Now, zone),
                    cancellationToken);
        }
        else if (me is null)
        {
            await SayAsync(turn, Text.RotaNotYou, [], cancellationToken);
        }
        else if (call.Command == Command.TakeRole)
        {
            await TakeAsync(turn, file, book, me, call.Role!, time.Range(turn.Now, zone).Until, zone, cancellationToken);
        }
        else
        {
            var others = Others(book, me, call.Person);
            await AskAsync(turn, file, book, me, others, call.Person is not null, time.Range(turn.Now, zone), zone, cancellationToken);
        }

        return true;
    }

    /// <summary>Handles a button of a request; false when it is none.</summary>
    public async Task<bool> TryPressAsync(ITurnContext turn, CardSubmit submit, CancellationToken cancellationToken)
    {
        if (submit.Verb is not (Verbs.RotaAccept or Verbs.RotaDecline))
        {
            return false;
        }

        var file = await FileAsync(turn, cancellationToken);
        var (by, zone) = (CaseDesk.Who(turn.Activity), clock.ZoneOf(turn.Activity));
        var request = file.Requests.FirstOrDefault(each => each.Id == submit["set"] && each.Until > turn.Now);
        var book = contacts.Of(turn.Activity.GetTenantId(), file);
        // Who may swap for others agrees for the one person who was asked; for several nobody knows for whom.
        var taker = request is null ? null
            : request.Asked.Contains(by.Id) ? book.Find(by.Id)
            : request.Asked is [var only] && permissions.Has(turn, Permission.Swap) ? book.Find(only)
            : null;
        if (request is null || taker is null)
        {
            if (request is not null)
            {
                await permissions.MayAsync(turn, Permission.Swap, of: null, cancellationToken);
            }

            await SayAsync(turn, Text.RotaOver, [], cancellationToken);
        }
        else if (submit.Verb == Verbs.RotaDecline)
        {
            await DeclineAsync(turn, file, request, by, taker, zone, cancellationToken);
        }
        else
        {
            await AgreeAsync(turn, file, book, request, by, taker, zone, cancellationToken);
        }

        return true;
    }

    private async ValueTask<RotaFile> FileAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var file = await turn.GetStateAsync(RotaFile.KeyOf(turn.Activity.GetTenantId()), RotaJson.Default.RotaFile, cancellationToken) ?? new RotaFile();
        Remember(turn, file);
        return file;
    }

    private async Task ShowAsync(ITurnContext turn, ContactBook book, string? role, DateTimeOffset at, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var roles = role is not null ? [role] : book.Roles.Where(each => book[each].People.Count > 0
            || options.Value.Roles.Contains(each, StringComparer.OrdinalIgnoreCase));
        await SayAsync(turn, Say.With(Text.OnCallTitle, Clock.Short(at, turn.Now, zone)),
            [.. roles.Select(each => Line(book, each, at, turn.Now, zone))], cancellationToken);
    }

    private static string Line(ContactBook book, string role, DateTimeOffset at, DateTimeOffset now, DateTimeZone zone)
    {
        var spans = OnCall.Between(book, role, at, at + RotaTime.Longest);
        var (span, word) = (spans[0], ContactDirectory.RoleWord(role));
        var who = span.Answer is not { } answer ? Text.OnCallNobody
            : answer.IsOutsideHours ? Say.With(Text.OutsideHours, answer.Person.Name)
            : answer.Layer == RotaLayer.Fallback ? Say.With(Text.OnCallFallback, answer.Person.Name)
            : answer.Person.Name;
        var line = spans.Count == 1 ? Say.With(Text.OnCallOpen, word, who)
            : Say.With(Text.OnCallUntil, word, who, Clock.Short(span.Until, now, zone), spans[1].Answer?.Person.Name ?? Text.OnCallNobody);
        return (span.Answer?.Person.Phone ?? book[role].Phone) is { } phone ? $"{line} {Say.With(Text.OnCallPhone, PhoneEntry.OnOneLine(phone))}" : line;
    }

    private async Task TakeAsync(
        ITurnContext turn, RotaFile file, ContactBook book, ContactPerson me, string role, DateTimeOffset until, DateTimeZone zone,
            CancellationToken cancellationToken)
    {
        var before = OnCall.At(book, role, turn.Now)?.Person;
        var by = new Actor(me.Id, me.Name);
        Remember(turn, (file with { Shifts = [.. file.Shifts, new RotaShift(role, me.Id, turn.Now, until, RotaLayer.Taken)] })
            .Note(turn, new RotaEntry("taken", by, role, turn.Now, until, before?.Id, me.Id)));
        await SayAsync(turn, Say.With(Text.RotaYouHave, ContactDirectory.RoleWord(role), Clock.Short(until, turn.Now, zone)), [], cancellationToken);
        if (before is not null && before.Id != me.Id)
        {
            await TellAsync(turn, before.Id, () => Say.With(
                Text.RotaTakenFrom, me.Name, ContactDirectory.RoleWord(role), Clock.Short(until, turn.Now, zone)), null, cancellationToken);
        }
    }

    private async Task AskAsync(
        ITurnContext turn, RotaFile file, ContactBook book, ContactPerson me, IReadOnlyList<ContactPerson> others, bool isSwap,
            (DateTimeOffset From, DateTimeOffset Until) time,
        DateTimeZone zone, CancellationToken cancellationToken)
    {
        var mine = Mine(book, me.Id, time).ToList();
        if (mine.Count == 0 || others.Count == 0 || (isSwap && others.Count > 1))
        {
            await SayAsync(turn, mine.Count == 0 ? Text.RotaNotYours : isSwap ? Text.RotaWhom : Text.RotaNobody, [], cancellationToken);
            return;
        }

        var request = new RotaRequest(turn.TurnId, new Actor(me.Id, me.Name), time.From, time.Until, [.. others.Select(person => person.Id)]);
        Remember(turn, (file with { Requests = [.. file.Requests, request] })
            .Note(turn, new RotaEntry("asked", request.By, null, time.From, time.Until, me.Id)));
        foreach (var person in others)
        {
            await TellAsync(turn, person.Id, () => Say.With(Text.RotaAsk, me.Name, What(), When(time, turn.Now, zone)), request, cancellationToken);
        }

        foreach (var id in isSwap ? permissions.Holders(turn, Permission.Swap).Where(id => id != me.Id && id != others[0].Id) : [])
        {
            await TellAsync(turn, id, () => Say.With(
                Text.RotaAskFor, me.Name, others[0].Name, What(), When(time, turn.Now, zone)), request, cancellationToken);
        }

        await SayAsync(turn, Say.With(Text.RotaAsked, string.Join(", ", others.Select(person => person.Name)), What(), When(time, turn.Now, zone)), [],
            cancellationToken);

        string What() => string.Join(", ", mine.Select(each => ContactDirectory.RoleWord(each.Role)).Distinct());
    }

    private async Task AgreeAsync(
        ITurnContext turn, RotaFile file, ContactBook book, RotaRequest request, Actor by, ContactPerson taker, DateTimeZone zone,
            CancellationToken cancellationToken)
    {
        var time = (From: request.From < turn.Now ? turn.Now : request.From, request.Until);
        file = file with { Requests = [.. file.Requests.Where(each => each.Id != request.Id)] };
        var roles = new List<string>();
        foreach (var (role, from, until) in Mine(book, request.By.Id, time))
        {
            roles.Add(role);
            file = (file with { Shifts = [.. file.Shifts, new RotaShift(role, taker.Id, from, until, RotaLayer.Override)] })
                .Note(turn, new RotaEntry("agreed", by, role, from, until, request.By.Id, taker.Id));
        }

        Remember(turn, file.Note(turn, new RotaEntry("closed", by, null, request.From, request.Until, request.By.Id)));
        await SayAsync(turn, Agreed(), [], cancellationToken);
        foreach (var id in new[] { request.By.Id, taker.Id }.Where(id => id != by.Id))
        {
            await TellAsync(turn, id, Agreed, null, cancellationToken);
        }

        string Agreed() => Say.With(
            Text.RotaAgreed, taker.Name, string.Join(", ", roles.Distinct().Select(ContactDirectory.RoleWord)), When(time, turn.Now, zone));
    }

    private async Task DeclineAsync(ITurnContext turn, RotaFile file, RotaRequest request, Actor by, ContactPerson taker, DateTimeZone zone,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<string> left = [.. request.Asked.Where(id => id != taker.Id)];
        file = file with
        {
            Requests = [.. file.Requests.Where(each => each.Id != request.Id), .. left.Count > 0 ? new[] { request with { Asked = left } } : []],
        };
        Remember(turn, file.Note(turn, new RotaEntry("declined", by, null, request.From, request.Until, request.By.Id)));
        await SayAsync(turn, Declined(), [], cancellationToken);
        await TellAsync(turn, request.By.Id, Declined, null, cancellationToken);

        string Declined() => Say.With(Text.RotaDeclined, taker.Name, When((request.From, request.Until), turn.Now, zone));
    }

    /// <summary>What a person holds within a time.</summary>
    private static IEnumerable<(string Role, DateTimeOffset From, DateTimeOffset Until)> Mine(ContactBook book, string id,
        (DateTimeOffset From, DateTimeOffset Until) time) =>
        book.Roles.SelectMany(role => OnCall.Between(book, role, time.From, time.Until)
            .Where(span => span.Answer?.Person.Id == id).Select(span => (role, span.From, span.Until)));

    /// <summary>Who is named, or else all who share a role with the person.</summary>
    private static IReadOnlyList<ContactPerson> Others(ContactBook book, ContactPerson me, string? name) => name is not null
        ? [.. book.People.Where(person => person.Id != me.Id && Folded(person.Name).Contains(Folded(name), StringComparison.Ordinal))]
        : [.. book.Roles.Where(role => book[role].People.Any(person => person.Id == me.Id)).SelectMany(role => book[role].People)
            .Where(person => person.Id != me.Id).DistinctBy(person => person.Id)];

    private static string Folded(string name) => new([.. name.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == ' ')]);

    private static string When((DateTimeOffset From, DateTimeOffset Until) time, DateTimeOffset now, DateTimeZone zone) =>
        Say.With(Text.RotaWhen, Clock.Short(time.From, now, zone), Clock.Short(time.Until, now, zone));

    /// <summary>What others read of the rota outside of turns.</summary>
    private void Remember(ITurnContext turn, RotaFile file) => cache.Note(turn.Activity.GetTenantId(), file);

    private Task SayAsync(ITurnContext turn, string title, IReadOnlyList<string> lines, CancellationToken cancellationToken) =>
        turn.SendActivityAsync(cards.Message(new MessageCard { Title = title, Summary = title, Lines = lines }), cancellationToken);

    /// <summary>Tells a person in their own language; with a request, the buttons that answer it.</summary>
    private async Task TellAsync(ITurnContext turn, string id, Func<string> text, RotaRequest? request, CancellationToken cancellationToken)
    {
        using var spoken = Language.Speak(await languages.OfPersonAsync(turn, turn.Activity.ChannelId, id, cancellationToken));
        var title = text();
        Button[] buttons = request is null ? [] :
        [
            new Button(Text.RotaAccept, new ButtonData(Verbs.RotaAccept) { Set = request.Id }) { Style = "positive" },
            new Button(Text.RotaDecline, new ButtonData(Verbs.RotaDecline) { Set = request.Id }),
        ];
        await turn.SendActivityAsync(
            ProactiveTarget.PersonOf(turn.Activity, id),
                cards.Message(new MessageCard { Title = title, Summary = title, Lines = [], Buttons = buttons }).Alerting(), cancellationToken);
    }
}
