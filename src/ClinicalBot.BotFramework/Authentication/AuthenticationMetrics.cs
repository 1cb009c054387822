using System.Diagnostics.Metrics;

namespace ClinicalBot.BotFramework;

/// <summary>Counters under the meter "ClinicalBot.BotFramework". None carries an id or content.</summary>
internal sealed class AuthenticationMetrics
{
    private readonly Counter<long> _refused;

    public AuthenticationMetrics(IMeterFactory meters) =>
        _refused = meters.Create("ClinicalBot.BotFramework")
            .CreateCounter<long>("clinicalbot.activities.unlisted", description: "Verified activities refused because of a list, by the list they are not on");

    public void Refused(string list) => _refused.Add(1, new KeyValuePair<string, object?>("list", list));
}
