using System.Globalization;
using ClinicalBot;
using ClinicalBot.Hosting;
using Microsoft.Extensions.Options;

// What is said outside a turn does not depend on the language of the machine.
(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.InvariantCulture, CultureInfo.InvariantCulture);
(CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (CultureInfo.InvariantCulture, CultureInfo.InvariantCulture);

if (await ProgramCommand.TryRunAsync(args, Console.Out, Console.Error) is { } exitCode)
{
    return exitCode;
}

WebApplicationBuilder? builder = null;
try
{
    builder = ProgramBuilder.Create(args);
    // What stops the start is said below, in a sentence; the host would log it with its stack trace.
    builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
        // While this category can log, the server makes a tracing activity and a scope of each request.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    ServiceHosts.Add(builder);
    UnreadableSettings.TakeOut(builder);
    var mode = BotMode.Decide(builder);
    builder.Services.AddClinicalBot(mode, builder.Configuration);
    var app = builder.Build();
    // Whatever is wrong with the settings is said at once, before the first use of one.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    app.UseClinicalBot(mode);
    await app.RunAsync();
    return 0;
}
catch (Exception refused) when (StartFailure.Explain(refused, builder?.Configuration) is { } why)
{
    await Console.Error.WriteLineAsync($"ClinicalBot did not start. {string.Join(Environment.NewLine, why)}");
    return 1;
}
