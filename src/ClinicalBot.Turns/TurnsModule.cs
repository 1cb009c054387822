using ClinicalBot.BotFramework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Turns;

/// <summary>Registers turns, outbox and timers.</summary>
public static class TurnsModule
{
    /// <summary>
    /// Adds turns. The host brings an <see cref="IBot"/>, an <see cref="IConnectorClient"/> and an <see cref="ITurnStore"/>, and maps
    /// <see cref="BotMessages.MapBotMessages"/> and <see cref="HealthEndpoints.MapHealth"/>.
    /// </summary>
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddOptions<TurnsOptions>().BindConfiguration(TurnsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IKillPoints, NoKillPoints>();
        services.AddSingleton<SteadyTime>();
        services.AddKeyedSingleton<TimeProvider>(SteadyTime.Key, (provider, _) => provider.GetRequiredService<SteadyTime>());
        services.AddSingleton<CareTime>();
        services.AddSingleton<ClockWatch>();
        services.AddSingleton<TurnsMetrics>();
        services.AddSingleton(s => new SendLimits(s.GetRequiredService<SteadyTime>()));
        services.AddSingleton<Attempt>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<TypingSigns>();
        services.AddSingleton<ColdStart>();
        services.AddSingleton<TurnProcessor>();
        services.AddSingleton<ITurns>(s => s.GetRequiredService<TurnProcessor>());
        services.AddSingleton<DueTimers>();
        services.AddSingleton(s => new TurnTicks(
            s.GetRequiredService<ITurnStore>(),
            s.GetRequiredService<Outbox>(),
            s.GetRequiredService<DueTimers>(),
            s.GetRequiredService<CareTime>(),
            s.GetRequiredService<SteadyTime>(),
            s.GetRequiredService<ClockWatch>(),
            s.GetRequiredService<TurnsReadiness>(),
            s.GetRequiredService<WaitingWork>(),
            s.GetRequiredService<IOptions<TurnsOptions>>()));
        services.AddSingleton<TurnsReadiness>();
        services.AddSingleton(s =>
        {
            var waiting = ActivatorUtilities.CreateInstance<WaitingWork>(s);
            s.GetRequiredService<TurnsMetrics>().Watch(waiting.Ages);
            return waiting;
        });
        services.AddHealthChecks()
            .AddCheck<TurnsReadiness>("turns", tags: [HealthEndpoints.Ready, HealthEndpoints.Deep])
            .AddCheck<DueWorkAge>("dueWork", tags: [HealthEndpoints.Ready, HealthEndpoints.Deep])
            .AddCheck<TicksHealth>("ticks", tags: [HealthEndpoints.Ready, HealthEndpoints.Deep])
            .Add(new("clock", provider => provider.GetRequiredService<ClockWatch>(), failureStatus: null, tags: [HealthEndpoints.Ready]));
        services.AddHostedService<TurnsService>();
        return services;
    }
}
