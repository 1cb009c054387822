using ClinicalBot.BotFramework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ClinicalBot.BotBuilder;

/// <summary>No caller is authenticated without an app id, so only this machine is answered.</summary>
internal sealed class ThisMachineOnly : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseLocalOnly();
        next(app);
    };
}
