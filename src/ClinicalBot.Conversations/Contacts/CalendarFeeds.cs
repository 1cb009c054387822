using System.Net;
using System.Net.Http.Headers;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Paging;
using ClinicalBot.Turns;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>
/// Reads the calendars of the contacts file, files and addresses, again and again. One that cannot be read keeps the last good one; when that is
/// older than it promises, or than a day, it is stale, which health and the log say.
/// </summary>
internal sealed class CalendarFeeds(
    ContactDirectory contacts, CalendarShifts shifts, IHttpClientFactory clients, IDateTimeZoneProvider zones, IOptions<SiteOptions> site,
        IOptions<EscalationOptions> escalation, IHostEnvironment environment,
    CareTime careTime, SteadyTime time, ILogger<CalendarFeeds> logger) : BackgroundService
{
    /// <summary>Name of its HTTP client.</summary>
    public const string ClientName = "calendars";

    private const int MostBytes = 4_000_000;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FetchEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(60);

    private readonly Dictionary<string, Source> _sources = [];
    private readonly SemaphoreSlim _reading = new(1, 1);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _reading.Dispose();
        base.Dispose();
    }

    /// <summary>Reads what is due, and works the shifts out anew. One reading at a time: a second waits for the first, and then finds nothing due.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (book, now) = (contacts.Current, careTime.GetUtcNow());
        var zone = site.Value.TimeZone is { } name ? zones[name] : DateTimeZone.Utc;
        var byRole = new Dictionary<string, IReadOnlyList<Shift>>(StringComparer.OrdinalIgnoreCase);
        var states = new List<CalendarState>();
        foreach (var role in book.Roles.Where(role => book[role].Calendars.Count > 0))
        {
            var found = new List<Shift>();
            foreach (var address in book[role].Calendars)
            {
                var source = _sources.TryGetValue(address, out var known) ? known : _sources[address] = new Source();
                (IReadOnlyList<Shift> Shifts, int Unknown) Read(string text) =>
                    CalendarReader.Read(text, book.People, now - TimeSpan.FromDays(1), now + Ahead, zone);
                await RefreshAsync(address, source, text => Read(text), now, cancellationToken);
                var unknown = 0;
                try
                {
                    (var read, unknown) = source.Text is { } text ? Read(text) : ([], 0);
                    found.AddRange(read);
                }
                catch (FormatException e)
                {
                    source.Wrong = e.Message;
                }

                states.Add(new CalendarState(role, address, source.ReadAt, source.Wrong, unknown, source.Promise));
            }

            byRole[role] = found;
        }

        shifts.Set(byRole, states);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A calendar that cannot be read must not end the reading of all.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.LogError("Reading the calendars failed: {Exception}.", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RefreshAsync(string address, Source source, Action<string> check, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (source.NextAt > now)
        {
            return;
        }

        try
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
            {
                if (url!.Scheme == "http" && !escalation.Value.PrivateCalendars)
                {
                    throw new FormatException("its address is no https, and Escalation:PrivateCalendars is not set");
                }

                await FetchAsync(url, source, check, cancellationToken);
                source.NextAt = now + FetchEvery;
            }
            else
            {
                var text = await File.ReadAllTextAsync(Path.Combine(environment.ContentRootPath, address), cancellationToken);
                check(text);
                (source.Text, source.Promise) = (text, CalendarReader.Promise(text));
                source.NextAt = now;
            }

            (source.ReadAt, source.Wrong, source.Failures) = (now, null, 0);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or UnauthorizedAccessException or FormatException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            source.Failures++;
            var pause = TimeSpan.FromMinutes(Math.Min(Math.Pow(2, source.Failures), LongestPause.TotalMinutes));
            (source.NextAt, source.Wrong) = (now + pause, e switch
            {
                FormatException => e.Message,
                HttpRequestException { InnerException: PrivateAddressException } => "its address is private, and Escalation:PrivateCalendars is not set",
                UnauthorizedAccessException => "this account may not read it",
                OperationCanceledException => "no answer in time",
                HttpRequestException { StatusCode: { } status } => $"answered {(int)status}",
                HttpRequestException => "its server cannot be reached",
                _ => "it could not be opened",
            });
            logger.LogWarning("A calendar cannot be read ({Why}); again in {Pause}. What was read before stays in use.", source.Wrong, pause);
        }
    }

    private async Task FetchAsync(Uri url, Source source, Action<string> check, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(ClientName);
        http.Timeout = TimeSpan.FromSeconds(20);
        http.MaxResponseContentBufferSize = MostBytes;
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/calendar"));
        if (source.Tag is { } tag)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return;
        }

        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        // What is no calendar must not replace one.
        check(text);
        (source.Text, source.Tag, source.Promise) = (text, response.Headers.ETag, CalendarReader.Promise(text));
    }

    private sealed class Source
    {
        public string? Text { get; set; }

        public TimeSpan? Promise { get; set; }

        public EntityTagHeaderValue? Tag { get; set; }

        public DateTimeOffset NextAt { get; set; }

        public DateTimeOffset? ReadAt { get; set; }

        public string? Wrong { get; set; }

        public int Failures { get; set; }
    }
}

/// <summary>What the calendars say, for the rota, which asks who is on call.</summary>
internal sealed class CalendarShifts
{
    private volatile IReadOnlyDictionary<string, IReadOnlyList<Shift>> _byRole = new Dictionary<string, IReadOnlyList<Shift>>();
    private volatile IReadOnlyList<CalendarState> _states = [];

    /// <summary>Each calendar as it was last read.</summary>
    public IReadOnlyList<CalendarState> States => _states;

    /// <summary>The contacts with the shifts of their calendars.</summary>
    public ContactBook Over(ContactBook book) => _byRole.Count == 0 ? book : book.With(_byRole);

    /// <summary>Every calendar of a role was read at least once since the start: what they say is what they say, and no gap of ours.</summary>
    public bool Knows(ContactBook book, string role) =>
        book[role].Calendars.All(address => _states.Any(state => state.Address == address && state.ReadAt is not null));

    internal void Set(IReadOnlyDictionary<string, IReadOnlyList<Shift>> byRole, IReadOnlyList<CalendarState> states) => (_byRole, _states) = (byRole, states);
}

/// <summary>A calendar as it was last read.</summary>
/// <param name="Role">Whose.</param>
/// <param name="Address">File or address; an address may be secret, so it is shown to administrators only.</param>
/// <param name="ReadAt">When it was last read whole; null for never.</param>
/// <param name="Wrong">Why it could not be read; null when it could.</param>
/// <param name="Unknown">Events that name nobody of the contacts.</param>
/// <param name="Promise">How often it says it changes; null when it does not say.</param>
internal sealed record CalendarState(string Role, string Address, DateTimeOffset? ReadAt, string? Wrong, int Unknown, TimeSpan? Promise = null)
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(1);

    // A calendar is read every five minutes, by a loop that looks every minute.
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(10);

    /// <summary>Not read for longer than it says it holds; for longer than a day when it does not say.</summary>
    public bool IsStale(DateTimeOffset now) => !(ReadAt > now - (Promise is { } promise ? promise > Least ? promise : Least : Usual));
}
