using ClinicalBot.Hosting;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
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
