using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Turns;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Api.Rota;

/// <summary>Who is on call over HTTP: GET /api/on-call for programs, and an iCalendar feed behind a secret address for people's calendars.</summary>
internal static class OnCallEndpoints
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    /// <summary>Maps GET /api/on-call.</summary>
    /// <returns>The endpoint, for the host to put its access control on.</returns>
    public static RouteHandlerBuilder MapOnCall(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/on-call", Find)
        .WithTags("On call")
        .Produces<OnCallReply>()
        .ProducesValidationProblem()
        .WithSummary("Who is on call")
        .WithDescription("Spans without a hole for each role, in order; a span without a person is a gap. From now for seven days unless told "
            + "otherwise; at most 92 days.");

    /// <summary>Maps GET /api/on-call/{key}.ics. A key of the settings opens it; a key taken out of them closes it.</summary>
    /// <returns>The endpoint, for the host to limit it.</returns>
    public static RouteHandlerBuilder MapOnCallFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/on-call/{key}.ics", Feed).AllowAnonymous().ExcludeFromDescription();

    private static IResult Find(
        [FromServices] ContactDirectory contacts,
        [FromServices] CareTime time,
        [FromServices] IOptions<EscalationOptions> options,
        [FromQuery, Description("A role, such as neurology; every role when left out.")] string? role,
        [FromQuery, Description("With offset; now when left out.")] DateTimeOffset? from,
        [FromQuery, Description("With offset; seven days after from when left out.")] DateTimeOffset? to)
    {
        var book = contacts.Of(options.Value.HomeTenant);
        var (begin, errors) = (from ?? time.GetUtcNow(), new Dictionary<string, string[]>());
        // The end of time itself is no answer's end.
        var end = to ?? (DateTimeOffset.MaxValue - begin < Usual ? begin : begin + Usual);
        if (role is not null && !book.Roles.Contains(role, StringComparer.OrdinalIgnoreCase))
        {
            errors["role"] = ["There is no such role."];
        }

        if (end <= begin || end - begin > Longest)
        {
            errors["to"] = [$"Must be after from, by at most {Longest.TotalDays:0} days."];
        }

        return errors.Count > 0 ? Results.ValidationProblem(errors)
            : TypedResults.Ok(new OnCallReply([.. Roles(book, role).SelectMany(each => Spans(book, each, begin, end))]));
    }

    private static IResult Feed(string key, [FromServices] ContactDirectory contacts, [FromServices] CareTime time,
        [FromServices] IOptionsMonitor<EscalationOptions> options)
    {
        if (Current(options) is not { } current || !current.FeedKeys.Any(each => CryptographicOperations.FixedTimeEquals(Hash(each), Hash(key))))
        {
            return Results.NotFound();
        }

        var (book, now) = (contacts.Of(current.HomeTenant), time.GetUtcNow());
        var calendar = new Calendar { ProductId = "-//ClinicalBot//On call//EN" };
        foreach (var span in Roles(book, role: null).SelectMany(role => Spans(book, role, now - Usual, now + Longest)).Where(span => span.Person is not null))
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{span.Role}/{span.From:O}/{span.Person!.Id}")).AsSpan(0, 16)),
                Summary = $"{span.Role}: {span.Person.Name}",
                Start = new CalDateTime(span.From.UtcDateTime, "UTC"),
                End = new CalDateTime(span.Until.UtcDateTime, "UTC"),
            });
        }

        return Results.Text(new CalendarSerializer().SerializeToString(calendar), "text/calendar", Encoding.UTF8);
    }

    /// <summary>The settings as they are now; null while a change of them is wrong, which doctor and the next start say. Then no key opens the feed.</summary>
    private static EscalationOptions? Current(IOptionsMonitor<EscalationOptions> options)
    {
        try
        {
            return options.CurrentValue;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static IEnumerable<string> Roles(ContactBook book, string? role) => role is not null ? [role] : book.Roles;

    private static IEnumerable<OnCallReplySpan> Spans(ContactBook book, string role, DateTimeOffset from, DateTimeOffset to) =>
        OnCall.Between(book, role, from, to).Select(span => new OnCallReplySpan(
            role, span.From, span.Until, span.Answer is { } answer ? new OnCallReplyPerson(answer.Person.Id, answer.Person.Name) : null, span.Answer?.Layer,
            span.Answer?.IsOutsideHours is true));
}

/// <summary>Who is on call.</summary>
/// <param name="Spans">By role, each role's without a hole and in order.</param>
internal sealed record OnCallReply(IReadOnlyList<OnCallReplySpan> Spans);

/// <summary>A time with one person.</summary>
/// <param name="Role">The role.</param>
/// <param name="From">From then on.</param>
/// <param name="Until">Until then.</param>
/// <param name="Person">Null in a gap.</param>
/// <param name="Layer">What says so; null in a gap.</param>
/// <param name="OutsideHours">The person is called outside their hours: there is no other.</param>
internal sealed record OnCallReplySpan(string Role, DateTimeOffset From, DateTimeOffset Until, OnCallReplyPerson? Person, RotaLayer? Layer, bool OutsideHours);

/// <summary>A person on call.</summary>
/// <param name="Id">Entra object id.</param>
/// <param name="Name">As shown to others.</param>
internal sealed record OnCallReplyPerson(string Id, string Name);

/// <summary>Source-generated JSON.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OnCallReply))]
internal sealed partial class OnCallJson : JsonSerializerContext;
