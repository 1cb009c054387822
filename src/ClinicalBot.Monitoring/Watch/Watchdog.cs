using ClinicalBot.BotFramework;
using ClinicalBot.Paging;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Monitoring.Watch;

/// <summary>Asks the bot whether all of it works, from another process and better from another machine, and calls a person when it does not.</summary>
internal sealed class Watchdog(IHttpClientFactory clients, IEnumerable<IPager> pagers, IOptions<WatchOptions> options, TimeProvider time, TextWriter output)
{
    /// <summary>Name of its HTTP client.</summary>
    public const string ClientName = "watch";

    private WatchState _state = new();

    /// <summary>Looks once.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var (wrong, now) = (await WhyWrongAsync(cancellationToken), time.GetUtcNow());
        (_state, var news) = WatchJudge.Look(_state, wrong is null, now, options.Value);
        if (news == WatchNews.None)
        {
            return;
        }

        var text = news == WatchNews.Well ? "ClinicalBot works again."
            : $"ClinicalBot does not work since {_state.WrongSince:HH:mm} UTC ({wrong}). Nobody is called by it: use the phone.";
        await output.WriteLineAsync(text);
        var page = new Page(FormattableString.Invariant($"watch/{_state.WrongSince:yyyyMMdd'T'HHmmss}/{news}/{now:yyyyMMdd'T'HHmm}"),
            "", "emergency", null, now, new PageTo("watch", options.Value.Phone, options.Value.Email)) { Note = text };
        if (await TellAsync(page, cancellationToken))
        {
            _state = WatchJudge.Told(_state, news, now);
        }
    }

    /// <summary>Looks until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.Every, time);
        do
        {
            await RunOnceAsync(cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task<string?> WhyWrongAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var http = clients.CreateClient(ClientName);
            using var response = await http.GetAsync(new Uri(options.Value.Url), cancellationToken);
            return response.IsSuccessStatusCode ? null : $"it says {(int)response.StatusCode}";
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return "it does not answer";
        }
    }

    private async Task<bool> TellAsync(Page page, CancellationToken cancellationToken)
    {
        var told = false;
        foreach (var pager in pagers.Where(pager => pager.Reaches(page.To)))
        {
            var result = await pager.SendAsync(page, cancellationToken);
            told |= result is DeliveryResult.Sent;
            if (result is not DeliveryResult.Sent)
            {
                await output.WriteLineAsync($"Could not tell it by {pager.Name}: {result.GetType().Name}. It is tried again.");
            }
        }

        return told;
    }
}
