using System.Globalization;
using System.Net;
using ClinicalBot.Conversations.Contacts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Stories.Escalation;

/// <summary>
/// Calendars that come from a web server: kept while it is down, and nothing it answers breaks the rota. It is Sunday 22 November 2026, 11:00 UTC.
/// </summary>
public sealed class CalendarStories
{
    private static (string, string)[] Settings(bool allowPrivate = true) =>
        [("Escalation:PrivateCalendars", allowPrivate ? "true" : "false"), ("Site:TimeZone", "UTC")];

    private static string Contacts(string address) =>
        $$"""
        { "neurology": { "people": [ { "aadObjectId": "aad-noor", "name": "Dr. Noor" }, { "aadObjectId": "aad-sam", "name": "Dr. Sam" } ],
            "calendars": [ "{{address}}" ], "fallback": "aad-noor" } }
        """;

    private static string Shift(string who, string rule = "FREQ=DAILY") =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{who}\r\nDTSTART:20261121T100000Z\r\nDTEND:20261121T140000Z\r\n"
        + $"RRULE:{rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static async Task LookAsync(Night night, int minutes = 6)
    {
        night.Ward.Forward(TimeSpan.FromMinutes(minutes));
        await night.Ward.Get<CalendarFeeds>().RunOnceAsync(TestContext.Current.CancellationToken);
    }

    private static CalendarState State(Night night) => night.Ward.Get<CalendarShifts>().States.Single();

    [Fact]
    public async Task A_calendar_is_asked_for_with_its_tag_and_not_sent_twice()
    {
        await using var server = await CalendarServer.StartAsync(Shift("Dr. Sam"));
        await using var night = await Night.FallsAsync(Contacts(server.Address), Settings());
        await LookAsync(night);
        await LookAsync(night);
        (await night.Nurse.Says("who is on call neurology")).ShouldSay("Neurology: Dr. Sam until 14:00 today");
        Assert.Equal("\"1\"", server.Asked[^1]);
        Assert.Equal(1, server.Sent);
        server.Body = Shift("Dr. Noor");
        await LookAsync(night);
        (await night.Nurse.Says("who is on call neurology")).ShouldSay("Neurology: Dr. Noor");
        Assert.Equal(2, server.Sent);
    }

    [Fact]
    public async Task While_the_server_is_down_the_last_calendar_counts_and_it_is_asked_ever_more_rarely_and_called_stale_after_a_day()
    {
        await using var server = await CalendarServer.StartAsync(Shift("Dr. Sam"));
        await using var night = await Night.FallsAsync(Contacts(server.Address), Settings());
        await LookAsync(night);
        server.Status = 503;
        var before = server.Asked.Count;
        for (var minute = 0; minute < 120; minute++)
        {
            await LookAsync(night, minutes: 1);
        }

        Assert.InRange(server.Asked.Count - before, 4, 8);
        (await night.Nurse.Says("who is on call neurology")).ShouldSay("Neurology: Dr. Sam until 14:00 today");
        Assert.False(State(night).IsStale(night.Ward.Clock.GetUtcNow()));
        night.Ward.Forward(TimeSpan.FromHours(23));
        Assert.True(State(night).IsStale(night.Ward.Clock.GetUtcNow()));
        server.Status = 200;
        await LookAsync(night);
        Assert.False(State(night).IsStale(night.Ward.Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("REFRESH-INTERVAL;VALUE=DURATION:PT1H")]
    [InlineData("X-PUBLISHED-TTL:PT1H")]
    [InlineData("X-PUBLISHED-TTL:P1D\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H")]
    public async Task A_calendar_that_says_how_long_it_holds_is_stale_after_that(string promise)
    {
        await using var server = await CalendarServer.StartAsync(Shift("Dr. Sam")
            .Replace("BEGIN:VEVENT", promise + "\r\nBEGIN:VEVENT", StringComparison.Ordinal));
        await using var night = await Night.FallsAsync(Contacts(server.Address), Settings());
        await LookAsync(night);
        server.Status = 503;
        await LookAsync(night, minutes: 59);
        Assert.False(State(night).IsStale(night.Ward.Clock.GetUtcNow()));
        await LookAsync(night, minutes: 2);
        Assert.True(State(night).IsStale(night.Ward.Clock.GetUtcNow()));
        (await night.Nurse.Says("who is on call neurology")).ShouldSay("Neurology: Dr. Sam until 14:00 today");
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=NEVER\r\n")]
    [InlineData("")]
    [InlineData("endless")]
    [InlineData("huge")]
    public async Task What_is_no_calendar_replaces_none(string answer)
    {
        await using var server = await CalendarServer.StartAsync(Shift("Dr. Sam"));
        await using var night = await Night.FallsAsync(Contacts(server.Address), Settings());
        await LookAsync(night);
        server.Body = answer switch
        {
            "endless" => Shift("Dr. Noor", "FREQ=SECONDLY"),
            "huge" => Shift("Dr. Noor") + new string(' ', 5_000_000),
            _ => answer,
        };
        await LookAsync(night);
        Assert.NotNull(State(night).Wrong);
        (await night.Nurse.Says("who is on call neurology")).ShouldSay("Neurology: Dr. Sam until 14:00 today");
    }

    [Fact]
    public async Task A_calendar_of_a_private_network_is_read_only_where_the_settings_allow_it()
    {
        await using var server = await CalendarServer.StartAsync(Shift("Dr. Sam"));
        await using var night = await Night.FallsAsync(Contacts(server.Address), Settings(allowPrivate: false));
        await LookAsync(night);
        Assert.Empty(server.Asked);
        Assert.StartsWith("its address is no https", State(night).Wrong, StringComparison.Ordinal);
        night.Write(Contacts(server.Address.Replace("http:", "https:", StringComparison.Ordinal)));
        await LookAsync(night);
        Assert.StartsWith("its address is private", State(night).Wrong, StringComparison.Ordinal);
        (await night.Nurse.Says("who is on call neurology")).ShouldSay("Dr. Noor (fallback)");
    }

    /// <summary>A web server with one calendar.</summary>
    private sealed class CalendarServer(WebApplication app, string body) : IAsyncDisposable
    {
        private readonly List<string> _asked = [];
        private int _version = 1;

        public string Address => app.Urls.First() + "/on-call.ics";

        /// <summary>The If-None-Match of each request.</summary>
        public IReadOnlyList<string> Asked => _asked;

        /// <summary>How often it sent the whole.</summary>
        public int Sent { get; private set; }

        public int Status { get; set; } = 200;

        public string Body
        {
            get => body;
            set => (body, _version) = (value, _version + 1);
        }

        public static async Task<CalendarServer> StartAsync(string body)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            var server = new CalendarServer(builder.Build(), body);
            server.App.Map("/on-call.ics", (Delegate)server.Answer);
            await server.App.StartAsync();
            return server;
        }

        private WebApplication App => app;

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private IResult Answer(HttpContext http)
        {
            var tag = string.Create(CultureInfo.InvariantCulture, $"\"{_version}\"");
            _asked.Add(http.Request.Headers.IfNoneMatch.ToString());
            if (Status != 200)
            {
                return Results.StatusCode(Status);
            }

            http.Response.Headers.ETag = tag;
            if (_asked[^1] == tag)
            {
                return Results.StatusCode(304);
            }

            Sent++;
            return Results.Text(Body, "text/calendar");
        }
    }
}
