using ClinicalBot.Api;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations;
using ClinicalBot.Conversations.Site;
using ClinicalBot.LocalMode;
using ClinicalBot.Monitoring.Telemetry;
using ClinicalBot.Monitoring.Watch;
using ClinicalBot.Paging;
using ClinicalBot.Storage;
using ClinicalBot.Turns;

namespace ClinicalBot.Hosting;

/// <summary>Registers the bot itself.</summary>
internal static class ClinicalBotModule
{
    /// <summary>Adds everything the program is made of.</summary>
    public static IServiceCollection AddClinicalBot(this IServiceCollection services, BotMode mode, IConfiguration settings)
    {
        services.AddSingleton(mode);
        services.AddTelemetry(settings);
        if (mode.IsLocal)
        {
            services.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly());
        }
        else
        {
            services.AddCallers();
        }

        AddKillPoint(services, mode, settings["Faults:KillAt"]);
        AddClockOffset(services, mode, settings["Faults:ClockOffset"]);
        services.AddStorage();
        // Nobody is throttled on this machine. Set Turns:TeamsLimits to see what the limits do.
        services.Configure<TurnsOptions>(turns => turns.TeamsLimits = !mode.IsLocal);
        services.AddTurns();
        services.AddApi();
        if (mode.IsLocal)
        {
            services.AddLocalMode();
        }
        else
        {
            services.AddSiteChecks();
            // Read from the settings: of the other options, made first, one fault would hide every fault of these.
            services.PostConfigure<EscalationOptions>(
                escalation => escalation.HomeTenant = settings[nameof(BotAuthenticationOptions.MicrosoftAppTenantId)]);
            services.AddSingleton<TokenHealth>();
            services.AddHealthChecks()
                .AddCheck<KeysHealth>("keys", tags: [HealthEndpoints.Ready])
                .Add(new("token", provider => provider.GetRequiredService<TokenHealth>(), failureStatus: null, tags: [HealthEndpoints.Ready]));
        }

        services.AddConversations();
        services.AddPictures(mode);
        services.AddPaging(settings);
        services.AddHeartbeat();
        return services;
    }

    /// <summary>Lets a test choose the time of day at which the process lives. Local mode only.</summary>
    private static void AddClockOffset(IServiceCollection services, BotMode mode, string? offset)
    {
        if (string.IsNullOrEmpty(offset))
        {
            return;
        }

        if (!mode.IsLocal || !TimeSpan.TryParse(offset, System.Globalization.CultureInfo.InvariantCulture, out var by))
        {
            SettingFaults.Add(services, "Faults:ClockOffset is a duration such as -1.10:00:00, for tests in local mode. Remove it.");
            return;
        }

        services.AddSingleton<TimeProvider>(new OffsetTime(by));
    }

    /// <summary>Lets a fault test choose the moment at which the process dies. Local mode only.</summary>
    private static void AddKillPoint(IServiceCollection services, BotMode mode, string? killAt)
    {
        if (string.IsNullOrEmpty(killAt))
        {
            return;
        }

        if (!mode.IsLocal)
        {
            SettingFaults.Add(services, "Faults:KillAt is for fault tests in local mode. Remove it.");
            return;
        }

        try
        {
            services.AddSingleton<IKillPoints>(ProcessKillPoints.Parse(killAt));
        }
        catch (FormatException e)
        {
            SettingFaults.Add(services, e.Message);
        }
    }
}
