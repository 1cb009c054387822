using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ClinicalBot.BotFramework.Tests;

/// <summary>What each way to fail is taken for.</summary>
public sealed class DeliveryResultTests : ConnectorTest
{
    private const int FailInsteadOfHanging = 60_000;

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"id":17}""")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":"\u0000"}""")]
    [InlineData("""{"id":"\ud800"}""")]
    public async Task Taken_with_an_odd_body_is_sent_without_an_id(string body)
    {
        await using var connector = await FakeConnector.StartAsync(200, body);

        Assert.Equal(new DeliveryResult.Sent(null), await SendAsync(connector));
    }

    [Fact]
    public async Task Ten_megabytes_are_not_read()
    {
        var chunk = new byte[1024 * 1024];
        await using var connector = await FakeConnector.StartAsync(async context =>
        {
            context.Response.StatusCode = 201;
            for (var i = 0; i < 10; i++)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        });

        Assert.Equal(new DeliveryResult.Sent(null), await SendAsync(connector));
    }

    [Fact]
    public async Task Sixty_four_kibibytes_are_read_and_not_a_byte_more()
    {
        const string Answer = """{"id":"1"}""";
        await using var fits = await FakeConnector.StartAsync(201, Answer.PadRight(64 * 1024));
        await using var exceeds = await FakeConnector.StartAsync(201, Answer.PadRight((64 * 1024) + 1));

        Assert.Equal(new DeliveryResult.Sent("1"), await SendAsync(fits));
        Assert.Equal(new DeliveryResult.Sent(null), await SendAsync(exceeds));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Mon, 02 Mar 2026 07:00:30 GMT", 30)]
    [InlineData("Mon, 02 Mar 2026 06:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData(null, null)]
    public async Task Throttling_says_how_long(string? retryAfter, int? seconds)
    {
        await using var connector = retryAfter is null
            ? await FakeConnector.StartAsync(429)
            : await FakeConnector.StartAsync(429, "", ("Retry-After", retryAfter));

        TimeSpan? expected = seconds is { } s ? TimeSpan.FromSeconds(s) : null;
        Assert.Equal(new DeliveryResult.Throttled(expected), await SendAsync(connector));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(501)]
    public async Task Refusals_carry_the_code_and_not_the_message(int status)
    {
        await using var connector = await FakeConnector.StartAsync(
            status, """{"error":{"code":"ConversationNotFound","message":"no 'numb leg' here"}}""");

        Assert.Equal(new DeliveryResult.Refused(status, "ConversationNotFound"), await SendAsync(connector));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"error":"numb leg"}""")]
    [InlineData("""{"error":{"code":"numb leg"}}""")]
    [InlineData("""{"error":{"code":17}}""")]
    public async Task A_code_that_is_none_is_not_repeated(string body)
    {
        await using var connector = await FakeConnector.StartAsync(403, body);

        Assert.Equal(new DeliveryResult.Refused(403, "HTTP 403"), await SendAsync(connector));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task A_fault_of_the_server_may_have_delivered(int status)
    {
        await using var connector = await FakeConnector.StartAsync(status);

        Assert.Equal(new DeliveryResult.Ambiguous($"HTTP {status}"), await SendAsync(connector));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(412)]
    public async Task A_failed_precondition_or_a_token_not_taken_did_not_deliver(int status)
    {
        await using var connector = await FakeConnector.StartAsync(status);

        Assert.Equal(new DeliveryResult.Unreachable($"HTTP {status}"), await SendAsync(connector));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_refused_and_not_followed(int status)
    {
        await using var elsewhere = await FakeConnector.StartAsync(201);
        await using var connector = await FakeConnector.StartAsync(status, "", ("Location", elsewhere.Url));

        Assert.Equal(new DeliveryResult.Refused(status, $"HTTP {status}"), await SendAsync(connector));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact(Timeout = FailInsteadOfHanging)]
    public async Task No_answer_in_time_may_have_delivered()
    {
        var arrived = new TaskCompletionSource();
        await using var connector = await FakeConnector.StartAsync(context => HangAsync(context, arrived));

        var sending = SendAsync(connector);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        Time.Advance(ConnectorClient.AttemptTimeout - TimeSpan.FromTicks(1));
        Assert.False(sending.IsCompleted);
        Time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(new DeliveryResult.Ambiguous("no answer within 15 s"), await sending);
    }

    [Fact(Timeout = FailInsteadOfHanging)]
    public async Task Cancellation_throws()
    {
        var arrived = new TaskCompletionSource();
        await using var connector = await FakeConnector.StartAsync(context => HangAsync(context, arrived));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var sending = Client.SendToConversationAsync(Message(connector.Url), stop.Token);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(stop.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task A_connection_cut_before_the_answer_may_have_delivered_and_is_not_tried_again()
    {
        var calls = 0;
        await using var connector = await FakeConnector.StartAsync(context =>
        {
            // The second call reuses the connection of the first, which is when HTTP stacks like to try again.
            if (Interlocked.Increment(ref calls) > 1)
            {
                context.Abort();
            }

            return Task.CompletedTask;
        });

        await SendAsync(connector);
        Assert.IsType<DeliveryResult.Ambiguous>(await SendAsync(connector));
        Assert.Equal(2, connector.Requests.Count);
        Assert.Single(connector.Requests.Select(request => request.ConnectionId).Distinct());
    }

    [Fact]
    public async Task A_connection_cut_after_the_status_counts_as_its_status()
    {
        Assert.Equal(new DeliveryResult.Sent(null), await AnswerRawAsync("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\":"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 20")]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Le")]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n")]
    public async Task An_answer_that_is_none_may_have_delivered(string answer) =>
        Assert.IsType<DeliveryResult.Ambiguous>(await AnswerRawAsync(answer));

    [Fact]
    public async Task No_listener_is_unreachable()
    {
        string url;
        await using (var connector = await FakeConnector.StartAsync(201))
        {
            url = connector.Url;
        }

        Assert.Equal(
            new DeliveryResult.Unreachable("no connection: ConnectionError"), await Client.SendToConversationAsync(Message(url), Stop));
    }

    [Fact]
    public async Task A_server_without_tls_is_unreachable_by_https()
    {
        await using var connector = await FakeConnector.StartAsync(201);
        var https = connector.Url.Replace("http:", "https:", StringComparison.Ordinal);

        Assert.Equal(
            new DeliveryResult.Unreachable("no connection: SecureConnectionError"),
            await Client.SendToConversationAsync(Message(https), Stop));
        Assert.Empty(connector.Requests);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task What_never_connected_is_unreachable(HttpRequestError error) =>
        Assert.IsType<DeliveryResult.Unreachable>(await FailAsync(new HttpRequestException(error)));

    [Fact]
    public async Task A_handler_that_gave_up_connecting_is_unreachable() =>
        Assert.IsType<DeliveryResult.Unreachable>(await FailAsync(new TaskCanceledException(null, new TimeoutException())));

    private static async Task HangAsync(HttpContext context, TaskCompletionSource arrived)
    {
        arrived.SetResult();
        var aborted = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }

    /// <summary>Answers with these bytes and the end of the connection.</summary>
    private async Task<DeliveryResult> AnswerRawAsync(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var sending = Client.SendToConversationAsync(Message($"http://{listener.LocalEndpoint}"), Stop);
        using var connection = await listener.AcceptTcpClientAsync(Stop);
        await connection.GetStream().ReadExactlyAsync(new byte[1], Stop);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), Stop);
        connection.Client.Shutdown(SocketShutdown.Send);
        return await sending;
    }

    private async Task<DeliveryResult> FailAsync(Exception exception)
    {
        using var http = new HttpClient(new FailingHandler(exception));
        return await new ConnectorClient(http, new ServiceUrlPolicy.LoopbackOnly(), Time)
            .SendToConversationAsync(Message("http://localhost"), Stop);
    }

    private sealed class FailingHandler(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(exception);
    }
}
