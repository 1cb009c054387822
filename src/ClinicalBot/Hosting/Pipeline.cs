using ClinicalBot.Assessments;
using ClinicalBot.BotFramework;
using ClinicalBot.LocalChannel;
using ClinicalBot.Page;
using ClinicalBot.Triage;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ClinicalBot.Hosting;

/// <summary>What answers which request.</summary>
internal static class Pipeline
{
    /// <summary>Maps every endpoint.</summary>
    public static void UseClinicalBot(this WebApplication app, BotMode mode)
    {
        if (mode.IsLocal)
        {
            app.UseLocalOnly();
            app.UsePageHeaders();
            app.MapPage();
            app.MapLocalChannel();
        }

        app.MapHealth();
        app.MapBotMessages("/api/messages").RequireCaller(mode);
        app.MapAssessments(app.Services.GetRequiredService<CareTime>(), app.Services.GetRequiredService<Rulebook>().Settings()).RequireCaller(mode);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, mode));
    }

    /// <summary>Local mode answers this machine; a registered bot answers nobody who cannot be verified.</summary>
    private static TBuilder RequireCaller<TBuilder>(this TBuilder endpoint, BotMode mode)
        where TBuilder : IEndpointConventionBuilder
    {
        if (!mode.IsLocal)
        {
            endpoint.Add(builder => builder.RequestDelegate = http => Results.Problem(
                statusCode: StatusCodes.Status401Unauthorized,
                title: "A token is needed.",
                detail: "This bot is registered (MicrosoftAppId is set) and does not verify tokens yet, so it answers nobody.").ExecuteAsync(http));
        }

        return endpoint;
    }

    private static void Announce(WebApplication app, BotMode mode)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"ClinicalBot listens on {string.Join(", ", addresses)}{(mode.IsLocal ? " (local mode: this machine only)" : "")}");
    }
}
