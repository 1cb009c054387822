using ClinicalBot.Api.Assessments;
using ClinicalBot.Api.CdsHooks;
using ClinicalBot.Api.OpenCases;
using ClinicalBot.Api.Reference;
using ClinicalBot.Api.Reports;
using ClinicalBot.Api.Rota;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Triage;
using ClinicalBot.LocalChannel;
using ClinicalBot.LocalChannel.Page;
using ClinicalBot.Monitoring.Telemetry;
using ClinicalBot.Turns;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Hosting;

/// <summary>What answers which request.</summary>
internal static partial class Pipeline
{
    private const string Messages = "/api/messages";

    /// <summary>Maps every endpoint.</summary>
    public static void UseClinicalBot(this WebApplication app, BotMode mode)
    {
        app.UseSecurityHeaders();
        app.CountRefusals(Messages);
        app.UseFailureAnswers();
        if (mode.IsLocal)
        {
            var cds = app.Services.GetRequiredService<IOptions<CdsHooksOptions>>().Value;
            app.UseLocalOnly(request => CdsHooksEndpoints.IsOpenTo(request, cds));
            app.UseCors();
            app.UsePageHeaders();
            app.MapPage();
            app.MapLocalChannel();
        }
        else
        {
            app.UseCallers();
        }

        app.MapHealth();
        app.MapPrometheus();
        app.MapPictures();
        app.MapBotMessages(Messages).RequireChannel(mode);
        app.MapAssessments(app.Services.GetRequiredService<CareTime>(), app.Services.GetRequiredService<Rulebook>().Settings())
            .RequireRole(mode, Callers.AssessRole);
        app.MapCdsHooks(mode.IsLocal)?.LimitTogether(mode);
        app.MapReference().RequireRole(mode, Callers.AssessRole);
        app.MapOnCall().RequireRole(mode, Callers.OnCallRole);
        app.MapOnCallFeed().LimitTogether(mode);
        app.MapDrill().RequireRole(mode, Callers.DrillRole);
        app.MapOpenCases(isOfOneTenant: !mode.IsLocal).RequirePerson(mode);
        app.MapReport().RequireRole(mode, Callers.ReadAuditRole);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app, mode));
    }

    private static void Announce(WebApplication app, BotMode mode)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var where = $"{string.Join(", ", addresses)}{(mode.IsLocal ? " (local mode: this machine only)" : "")}";
        if (string.IsNullOrEmpty(app.Configuration["Logging:Console:FormatterName"]))
        {
            Console.WriteLine($"ClinicalBot listens on {where}");
        }
        else
        {
            // A reader of the log in another form (JSON, systemd) gets nothing else between its lines.
            Listens(app.Logger, where);
        }
    }

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "ClinicalBot listens on {Where}")]
    private static partial void Listens(ILogger log, string where);
}
