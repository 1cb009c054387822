using Microsoft.Extensions.DependencyInjection;

namespace ClinicalBot.BotFramework.Tests;

public sealed class ConnectorHandlerTests
{
    [Fact]
    public async Task What_is_meant_for_this_machine_passes_no_proxy()
    {
        var collection = new ServiceCollection();
        var builder = collection.AddConnectorClient(new ServiceUrlPolicy.LoopbackOnly());
        await using var services = collection.BuildServiceProvider();

        var handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(builder.Name);
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler!;
        }

        Assert.False(Assert.IsType<SocketsHttpHandler>(handler).UseProxy);
    }
}
