using ClinicalBot.BotBuilder;
using ClinicalBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;

// A host on Microsoft.Bot.Builder that had a bot before: it keeps its handler, and the middleware takes what is ClinicalBot's.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IBot, EchoBot>();
builder.Services.AddClinicalBot(builder.Configuration);
var app = builder.Build();
var adapter = (CloudAdapter)app.Services.GetRequiredService<IBotFrameworkHttpAdapter>();
adapter.Use(app.Services.GetRequiredService<ClinicalBotMiddleware>());
app.MapHealth();
app.MapPost("/api/messages", (HttpRequest request, HttpResponse response, IBot bot, CancellationToken stop) =>
    adapter.ProcessAsync(request, response, bot, stop));
await app.RunAsync();

/// <summary>What the host did before.</summary>
internal sealed class EchoBot : ActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.SendActivityAsync($"You said {turnContext.Activity.Text}", cancellationToken: cancellationToken);
}
