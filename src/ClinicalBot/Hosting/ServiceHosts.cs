using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Hosting.WindowsServices;
using Microsoft.Extensions.Logging.Console;

namespace ClinicalBot.Hosting;

/// <summary>
/// Says to systemd, or to Windows, when the bot is ready and when it stops. Nothing at all when neither started it.
/// </summary>
internal static class ServiceHosts
{
    /// <summary>Adds what the manager of services that started this process expects.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        if (SystemdHelpers.IsSystemdService())
        {
            builder.Services.AddSystemd();
            // Its own form of the log is the default under it; a site that has set another gets that.
            builder.Services.PostConfigure<ConsoleLoggerOptions>(console =>
                console.FormatterName = builder.Configuration["Logging:Console:FormatterName"] is { Length: > 0 } chosen
                    ? chosen : ConsoleFormatterNames.Systemd);
        }
        else if (WindowsServiceHelpers.IsWindowsService())
        {
            builder.Services.AddWindowsService(service => service.ServiceName = "ClinicalBot");
        }
    }
}
