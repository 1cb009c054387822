using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>A client as the host composes it, on a clock that only tests move.</summary>
public abstract class ConnectorTest : IAsyncDisposable
{
    private readonly ServiceProvider services;

    protected ConnectorTest()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly());
        services = collection.BuildServiceProvider();
        Client = services.GetRequiredService<IConnectorClient>();
    }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero));

    protected IConnectorClient Client { get; }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static Activity Message(string serviceUrl, string? conversation = "c") => MessageFactory.Text("hello") with
    {
        ChannelId = "msteams",
        ServiceUrl = serviceUrl,
        Conversation = new ConversationAccount { Id = conversation },
    };

    private protected Task<DeliveryResult> SendAsync(FakeConnector connector) =>
        Client.SendToConversationAsync(Message(connector.Url), Stop);
}
