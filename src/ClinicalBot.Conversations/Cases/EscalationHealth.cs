using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using ClinicalBot.Turns;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>
/// Whom an escalation would not reach; not checked in local mode. Degraded and no worse: triage, decisions and numbers still work, and the
/// channel is chosen by talking to the running bot.
/// </summary>
internal sealed class EscalationHealth(
    ContactDirectory contacts, CalendarShifts calendars, ITurnStore store, CareTime careTime, IOptions<EscalationOptions> options,
        IServiceProvider services) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var wrong = await FindAsync(cancellationToken);
        return wrong.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(" ", wrong));
    }

    private async Task<List<string>> FindAsync(CancellationToken cancellationToken)
    {
        var wrong = new List<string>();
        switch (contacts.LastRead)
        {
            case ContactsFile.Missing:
                wrong.Add("There is no contacts file (Escalation:ContactsFile).");
                break;
            case ContactsFile.Bad bad:
                wrong.Add($"The contacts file cannot be read ({bad.Where}); what was read before stays in use.");
                break;
        }

        var now = careTime.GetUtcNow();
        var book = contacts.Of(options.Value.HomeTenant);
        var unheld = options.Value.Roles.Where(role => OnCall.Holders(book, role, now).Count == 0).ToList();
        if (unheld.Count > 0)
        {
            wrong.Add($"Nobody is on call as {string.Join(", ", unheld)}.");
        }

        var stale = calendars.States.Where(state => state.IsStale(now)).Select(state => state.Role).Distinct().ToList();
        if (stale.Count > 0)
        {
            wrong.Add($"A calendar of {string.Join(", ", stale)} was not read for a day; what was read before stays in use.");
        }

        if ((options.Value.CallsChannel || options.Value.HandoverAt.Count > 0) && string.IsNullOrWhiteSpace(options.Value.Channel)
            && !await HasChosenAsync(cancellationToken))
        {
            wrong.Add("There is no escalation channel (Escalation:Channel, or \"use this channel for escalations\" said there).");
        }

        if (services.GetRequiredService<BotAuthenticationCheck>().Tenants.Any(tenant => !options.Value.IsHome(tenant)))
        {
            wrong.Add("People of more tenants than MicrosoftAppTenantId are served; for their cases nobody is called in person.");
        }

        return wrong;
    }

    /// <summary>A channel is chosen in every tenant.</summary>
    private async Task<bool> HasChosenAsync(CancellationToken cancellationToken)
    {
        foreach (var tenant in services.GetRequiredService<BotAuthenticationCheck>().Tenants)
        {
            if ((await store.ReadStateAsync(EscalationChannel.KeyOf(tenant), cancellationToken)).Body is null)
            {
                return false;
            }
        }

        return true;
    }
}
