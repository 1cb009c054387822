using ClinicalBot.AdaptiveCards;
using ClinicalBot.Assessments;
using ClinicalBot.BotFramework;
using ClinicalBot.Cards;
using ClinicalBot.Cases;
using ClinicalBot.LocalChannel;
using ClinicalBot.Reference;
using ClinicalBot.Site;
using ClinicalBot.Storage;
using ClinicalBot.Triage;
using ClinicalBot.Turns;
using NodaTime;

namespace ClinicalBot.Hosting;

/// <summary>Registers the bot itself.</summary>
internal static class ClinicalBotModule
{
    /// <summary>Adds everything the program is made of.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static IServiceCollection AddClinicalBot(this IServiceCollection services, BotMode mode, IConfiguration settings)
    {
        services.AddSingleton(mode);
        services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateDataAnnotations()
            .Validate(site => site.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(site.TimeZone) is not null,
                "Site:TimeZone is no IANA zone. Set it to one such as America/New_York.")
            .Validate(site => mode.IsLocal || site.TimeZone is not null, "Site:TimeZone is not set. Set it to the site's IANA zone, such as America/New_York.")
            .ValidateOnStart();
        if (mode.IsLocal)
        {
            services.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly());
        }
        else
        {
            services.AddCallers();
        }

        AddKillPoint(services, mode, settings["Faults:KillAt"]);
        services.AddSqliteStorage();
        // Nobody is throttled on this machine. Set Turns:TeamsLimits to see what the limits do.
        services.Configure<TurnsOptions>(turns => turns.TeamsLimits = !mode.IsLocal);
        services.AddTurns();
        services.PostConfigure<TurnsOptions>(turns => turns.KeepState.TryAdd("dialog", TimeSpan.FromDays(7)));
        services.AddAssessments();
        services.AddReference();
        if (mode.IsLocal)
        {
            services.AddLocalChannel();
        }

        services.AddSingleton(DateTimeZoneProviders.Tzdb);
        services.AddSingleton<Clock>();
        services.AddSingleton<Contacts>();
        services.AddSingleton(CardLibrary.Load(typeof(ClinicalBotModule).Assembly, "cards/"));
        services.AddSingleton<CardFactory>();
        services.AddSingleton<Rulebook>();
        services.AddSingleton<TriageCards>();
        services.AddSingleton<DecisionCards>();
        services.AddSingleton<AnswerNotices>();
        services.AddSingleton<NoticeCards>();
        services.AddCases();
        services.AddSingleton<Welcome>();
        services.AddSingleton<TriageDialog>();
        services.AddSingleton<TypedMessages>();
        services.AddSingleton<CardPresses>();
        services.AddSingleton<IBot, TriageBot>();
        services.AddHealthChecks().AddCheck<ContactsHealth>("contacts", tags: [HealthEndpoints.Ready]);
        return services;
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
            throw new SettingsException("Faults:KillAt is for fault tests in local mode. Remove it.");
        }

        try
        {
            services.AddSingleton<IKillPoints>(ProcessKillPoints.Parse(killAt));
        }
        catch (FormatException e)
        {
            throw new SettingsException(e.Message);
        }
    }
}
