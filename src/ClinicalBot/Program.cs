using ClinicalBot.Cases;
using ClinicalBot.Doctor;
using ClinicalBot.Hosting;
using ClinicalBot.Package;
using ClinicalBot.Storage;

switch (args)
{
    case ["manifest", .. var rest]:
        return await ManifestCommand.RunAsync(rest, Console.Out, Console.Error);
    case ["doctor", .. var rest]:
        return await DoctorCommand.RunAsync(rest, Console.Out);
}

try
{
    if (args is ["audit", .. var words])
    {
        var settings = ProgramBuilder.Create([.. words.SkipWhile(word => !word.StartsWith('-'))]).Configuration;
        return await AuditCommand.RunAsync(words, settings.GetSection(SqliteOptions.Section).Get<SqliteOptions>() ?? new SqliteOptions(), Console.Out);
    }

    var builder = ProgramBuilder.Create(args);
    // What stops the start is said below, in a sentence; the host would log it with its stack trace.
    builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    var mode = BotMode.Decide(builder);
    builder.Services.AddClinicalBot(mode, builder.Configuration);
    var app = builder.Build();
    app.UseClinicalBot(mode);
    await app.RunAsync();
    return 0;
}
catch (Exception refused) when (StartFailure.Explain(refused) is { } why)
{
    await Console.Error.WriteLineAsync($"ClinicalBot did not start. {why}");
    return 1;
}
