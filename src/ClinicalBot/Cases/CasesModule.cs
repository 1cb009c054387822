using ClinicalBot.Turns;

namespace ClinicalBot.Cases;

/// <summary>Registers cases and their escalation.</summary>
internal static class CasesModule
{
    /// <summary>Adds everything about cases.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddOptions<EscalationOptions>().BindConfiguration(EscalationOptions.Section).ValidateDataAnnotations()
            .Validate(escalation => escalation.Urgent.Wrong("Urgent") is null, "Escalation:Urgent is wrong: each step needs To and a Wait of 00:01:00 to 01:00:00, Repeats 0 to 10, FinalEvery 00:01:00 to 04:00:00.")
            .Validate(escalation => escalation.Emergency.Wrong("Emergency") is null, "Escalation:Emergency is wrong: each step needs To and a Wait of 00:01:00 to 01:00:00, Repeats 0 to 10, FinalEvery 00:01:00 to 04:00:00.")
            .ValidateOnStart();
        services.AddSingleton<ContactDirectory>();
        services.AddSingleton<CaseMetrics>();
        services.AddSingleton<CaseCards>();
        services.AddSingleton<CaseMessages>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<CaseAlarm>();
        services.AddSingleton<CaseTimers>();
        services.AddSingleton<CaseConversation>();
        services.AddSingleton<LeftAlone>();
        services.AddSingleton<CaseAuditor>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseAuditor>());
        services.AddHealthChecks().Add(new(
            "cases", provider => provider.GetRequiredService<CaseAuditor>(), failureStatus: null, tags: [HealthEndpoints.Ready]));
        return services;
    }
}
