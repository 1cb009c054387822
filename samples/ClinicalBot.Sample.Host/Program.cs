using ClinicalBot.BotBuilder;
using ClinicalBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

// A host on Microsoft.Bot.Builder whose bot is ClinicalBot: CloudAdapter authenticates and parses, the bot does the rest.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddClinicalBot(builder.Configuration);
var app = builder.Build();
app.MapHealth();
app.MapPost("/api/messages", (HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, IBot bot, CancellationToken stop) =>
    adapter.ProcessAsync(request, response, bot, stop));
await app.RunAsync();
