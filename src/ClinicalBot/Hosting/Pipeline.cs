using ClinicalBot.Assessments;
using ClinicalBot.BotFramework;
using ClinicalBot.LocalChannel;
using ClinicalBot.LocalChannel.Page;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.OnCallApi;
using ClinicalBot.OpenCases;
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
        app.UseSecurityHeaders();
        app.UseFailureAnswers();
        if (mode.IsLocal)
        {
            app.UseLocalOnly();
            app.UsePageHeaders();
            app.MapPage();
            app.MapLocalChannel();
        }
        else
        {
            app.UseCallers();
        }

        app.MapHealth();
        app.MapPictures();
        app.MapBotMessages("/api/messages").RequireChannel(mode);
        app.MapAssessments(app.Services.GetRequiredService<CareTime>(), app.Services.GetRequiredService<Rulebook>().Settings()).RequireAssessRole(mode);
        app.MapReference().RequireAssessRole(mode);
        app.MapOnCall().RequireAssessRole(mode);
        app.MapOnCallFeed();
        app.MapDrill().RequireAssessRole(mode);
        app.MapOpenCases(isOfOneTenant: !mode.IsLocal).RequirePerson(mode);
        app.MapReport().RequireAssessRole(mode);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, mode));
    }

    private static void Announce(WebApplication app, BotMode mode)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"ClinicalBot listens on {string.Join(", ", addresses)}{(mode.IsLocal ? " (local mode: this machine only)" : "")}");
    }
}
