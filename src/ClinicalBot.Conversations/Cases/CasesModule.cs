using ClinicalBot.Conversations.Site;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.Paging;
using ClinicalBot.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Registers cases and their escalation.</summary>
internal static class CasesModule
{
    /// <summary>Adds everything about cases.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddOptions<EscalationOptions>().BindConfiguration(EscalationOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EscalationOptions>, EscalationOptionsValidation>();
        services.AddSingleton<ReadColumns>(CaseFile.ReadColumns);
        services.TryAddSingleton<SecondMedium>();
        services.AddSingleton<CaseMetrics>();
        services.AddSingleton<CasePlaces>();
        services.AddSingleton<CaseCards>();
        services.AddSingleton<CaseNotices>();
        services.AddSingleton<CaseMessages>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<CaseExams>();
        services.AddSingleton<ITriageCases, TriageCases>();
        services.AddSingleton<WhichCase>();
        services.AddSingleton<CaseAccess>();
        services.AddSingleton<Wakes>();
        services.AddSingleton<Drills>();
        services.AddSingleton<IClockAlarm, ClockAlarm>();
        services.AddSingleton<CaseAlarm>();
        services.AddSingleton<CaseTimers>();
        services.AddSingleton<CaseConversation>();
        services.AddSingleton<CaseAuditor>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseAuditor>());
        services.AddHealthChecks().Add(new(
            "cases", provider => provider.GetRequiredService<CaseAuditor>(), failureStatus: null, tags: [HealthEndpoints.Ready, HealthEndpoints.Deep]));
        services.AddHealthChecks().AddCheck<AuditorHealth>("auditor", tags: [HealthEndpoints.Ready, HealthEndpoints.Deep]);
        return services;
    }
}
