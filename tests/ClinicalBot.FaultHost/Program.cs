using ClinicalBot.BotFramework;
using ClinicalBot.Storage;
using ClinicalBot.Testing;
using ClinicalBot.Turns;

// The smallest host of turns there is: a bot that counts, a connector without tokens, and a point at which to die.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
if (builder.Configuration["Faults:KillAt"] is { Length: > 0 } killAt)
{
    builder.Services.AddSingleton<IKillPoints>(ProcessKillPoints.Parse(killAt));
}

builder.Services.AddSingleton<IBot, CountingBot>();
builder.Services.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly());
builder.Services.AddStorage();
builder.Services.AddTurns();
var app = builder.Build();
app.MapBotMessages();
app.MapHealth();
app.Run();
