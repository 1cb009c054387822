namespace ClinicalBot.EndToEnd;

/// <summary>
/// From click to the next card on the screen, in the real browser with the real process. A measurement, not a test: run it with
/// "dotnet run -c Release --project tests/ClinicalBot.EndToEnd -- -explicit only".
/// </summary>
public sealed class Latency(Chromium chromium)
{
    private const int WarmUp = 10;
    private const int Clicks = 100;

    private const string ClickAndWait = """
        async name => {
          const cards = () => document.querySelectorAll('#ask .message:not(.mine)');
          const before = cards().length;
          const button = [...[...cards()].at(-1).querySelectorAll('button')].find(b => b.textContent === name);
          const shown = new Promise(done => {
            const observer = new MutationObserver(() => {
              if (cards().length > before) {
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => done(performance.now())));
              }
            });
            observer.observe(document.querySelector('#ask .messages'), { childList: true });
          });
          const start = performance.now();
          button.click();
          return await shown - start;
        }
        """;

    [Trait("kind", "measurement")]
    [Fact(Explicit = true)]
    public async Task Click_to_next_card()
    {
        await using var ward = await Ward.OpenAsync(chromium);
        var nurse = await ward.OpenPageAsync();
        await nurse.Taps("Start triage");
        var times = new List<double>();
        for (var click = 0; click < WarmUp + Clicks; click++)
        {
            var time = await nurse.Page.EvaluateAsync<double>(ClickAndWait, click % 2 == 0 ? "1 h ago" : "Back");
            if (click >= WarmUp)
            {
                times.Add(time);
            }
        }

        times.Sort();
        Console.WriteLine(
            $"Click to next card, {Clicks} clicks: p50 {times[Clicks / 2]:F0} ms, p95 {times[Clicks * 95 / 100]:F0} ms, longest {times[^1]:F0} ms");
    }
}
