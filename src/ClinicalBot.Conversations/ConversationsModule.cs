using ClinicalBot.AdaptiveCards;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Bot;
using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Reference;
using ClinicalBot.Conversations.Reports;
using ClinicalBot.Conversations.Retention;
using ClinicalBot.Conversations.Rota;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Paging;
using ClinicalBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ClinicalBot.Conversations;

/// <summary>Registers the bot: what people see and do.</summary>
public static class ConversationsModule
{
    /// <summary>
    /// Adds the bot on top of turns (<see cref="TurnsModule"/>) and a store. Settings come from the sections "Site" and "Escalation" and are
    /// checked at start. A host that registers an <see cref="IContactsWithoutFile"/> first has its own contacts while there is no file.
    /// </summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration("Site").ValidateDataAnnotations()
            .Validate(site => site.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(site.TimeZone) is not null,
                "Site:TimeZone is no IANA zone. Set it to one such as America/New_York.")
            .Validate(site => Language.Find(site.Language) is not null,
                "Site:Language is no language the bot speaks. Set it to one that is translated: en or de.")
            .Validate<IConfiguration>((_, settings) =>
                !settings.GetSection("Site:Contacts").GetChildren().Any(role => !string.IsNullOrWhiteSpace(role["Phone"])),
                "Site:Contacts is read no more. Set each number as phone of its role in the contacts file (Escalation:ContactsFile), then remove "
                    + "Site:Contacts.")
            .ValidateOnStart();
        services.PostConfigure<SiteOptions>(site => site.TimeZone = ZoneNames.ToIana(site.TimeZone));
        services.AddOptions<ContentOptions>().BindConfiguration(ContentOptions.Section);
        services.PostConfigure<TurnsOptions>(turns => turns.KeepState.TryAdd("dialog", TimeSpan.FromDays(7)));
        services.AddSingleton(DateTimeZoneProviders.Tzdb);
        services.AddSingleton<Clock>();
        services.AddSingleton<Languages>();
        services.AddSingleton<RolePhones>();
        services.AddSingleton<ContactDirectory>();
        services.AddSingleton<CalendarShifts>();
        services.AddSingleton<RotaCache>();
        services.AddHostedService(provider => provider.GetRequiredService<RotaCache>());
        services.AddHttpClient(CalendarFeeds.ClientName).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
        {
            UseCookies = false,
            MaxAutomaticRedirections = 3,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ActivityHeadersPropagator = null,
            UseProxy = false,
            // Redirects included: no address of a calendar leads into the site's own network unless the settings say so.
            ConnectCallback = provider.GetRequiredService<IOptions<EscalationOptions>>().Value.PrivateCalendars ? null : PublicAddress.ConnectAsync,
        });
        services.AddSingleton<CalendarFeeds>();
        services.AddHostedService(provider => provider.GetRequiredService<CalendarFeeds>());
        services.AddSingleton<RotaDesk>();
        services.AddSingleton<RotaWeek>();
        services.AddSingleton<CaseReport>();
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<People>();
        services.AddSingleton<Preflight>();
        services.AddSingleton<Schedule>();
        services.AddHostedService(provider => provider.GetRequiredService<Schedule>());
        services.AddSingleton<RotaNotices>();
        services.AddHostedService(provider => provider.GetRequiredService<RotaNotices>());
        services.TryAddSingleton<IContactsWithoutFile, NoContacts>();
        services.AddSingleton(CardLibrary.Load(typeof(ConversationsModule).Assembly, "cards/"));
        services.AddSingleton<CardFactory>();
        // Made when something is looked up: the first reply of a triage does not wait for it.
        services.AddSingleton(new Lazy<ReferenceIndex>(() => new ReferenceIndex()));
        services.AddSingleton(provider => provider.GetRequiredService<Lazy<ReferenceIndex>>().Value);
        services.AddSingleton<ReferenceCards>();
        services.AddSingleton<QuickReference>();
        services.AddSingleton<Rulebook>();
        services.AddOptions<PictureOptions>();
        services.AddSingleton<Pictures>();
        services.AddSingleton<TriageCards>();
        services.AddSingleton<DecisionCards>();
        services.AddSingleton<AnswerNotices>();
        services.AddSingleton<AbandonmentWatch>();
        services.AddSingleton<NoticeCards>();
        services.AddCases();
        services.AddOptions<PermissionOptions>().BindConfiguration(PermissionOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PermissionOptions>, PermissionOptionsValidation>();
        services.AddSingleton<Permissions>();
        services.AddSingleton<AdministrationRecord>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CaseRetention>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseRetention>());
        services.AddSingleton<Welcome>();
        services.AddSingleton<TriageDialog>();
        services.AddSingleton<TriageCommands>();
        services.AddSingleton<CaseCommands>();
        services.AddSingleton<TextRouter>();
        services.AddSingleton<CardActionRouter>();
        services.AddSingleton<MessageAction>();
        services.AddSingleton<ChannelNotices>();
        services.AddSingleton<ChannelTriage>();
        services.AddSingleton<Belongings>();
        services.AddSingleton<IClinicalBot, TriageBot>();
        services.AddSingleton<IBot>(provider => provider.GetRequiredService<IClinicalBot>());
        services.AddSingleton(Rehearse("triage"));
        services.AddSingleton(Rehearse("numb leg 3 h after the block"));
        return services;
    }

    /// <summary>
    /// For a bot with real people: the site's zone must be set, and readiness says which roles have no number and whom an escalation would
    /// not reach.
    /// </summary>
    public static IServiceCollection AddSiteChecks(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>()
            .Validate(site => site.TimeZone is not null, "Site:TimeZone is not set. Set it to the site's IANA zone, such as America/New_York.");
        services.AddHealthChecks()
            .AddCheck<ContactsHealth>("contacts", tags: [HealthEndpoints.Ready])
            .AddCheck<EscalationHealth>("escalation", tags: [HealthEndpoints.Ready]);
        return services;
    }

    /// <summary>The ways into a triage have been gone once before the first person comes.</summary>
    private static RehearsedMessage Rehearse(string text) => new(new Activity
    {
        Type = ActivityTypes.Message,
        Id = "rehearsal",
        ChannelId = "msteams",
        ServiceUrl = "https://localhost",
        From = new ChannelAccount { Id = "29:rehearsal", Name = "Rehearsal", AadObjectId = "rehearsal" },
        Recipient = new ChannelAccount { Id = "28:rehearsal" },
        Conversation = new ConversationAccount { Id = "rehearsal", ConversationType = "personal", TenantId = "rehearsal" },
        Text = text,
        Locale = "en-US",
    });
}
