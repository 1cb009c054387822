using ClinicalBot.SdkPeer;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

// A bot on Microsoft.Bot.Builder as long as the triage, whose state is in memory: what "load triage" measures the program by.
//   dotnet ClinicalBot.SdkPeer.dll --urls http://127.0.0.1:PORT --Rehearsal=rehearsal.json
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddHttpClient();
builder.Services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
builder.Services.AddSingleton(new ConversationState(new MemoryStorage()));
builder.Services.AddSingleton(new UserState(new MemoryStorage()));
builder.Services.AddSingleton(RehearsedTurns.Read(builder.Configuration["Rehearsal"] ?? throw new InvalidOperationException("Say --Rehearsal.")));
builder.Services.AddSingleton<IBot, RehearsedBot>();
var app = builder.Build();
var adapter = new CloudAdapter(app.Services.GetRequiredService<BotFrameworkAuthentication>());
app.MapGet("/health/live", () => Results.Ok());
app.MapPost("/api/messages", (HttpRequest request, HttpResponse response, IBot bot) => adapter.ProcessAsync(request, response, bot));
await app.RunAsync();
