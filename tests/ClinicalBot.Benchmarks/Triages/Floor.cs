using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using ClinicalBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ClinicalBot.Benchmarks.Triages;

/// <summary>
/// The least a bot on Kestrel can do: take the same messages, send the same calls with the same bytes, think nothing and remember nothing
/// but the id of its last message. With a database it commits each turn once, several in one flush, before it answers.
/// </summary>
internal sealed class Floor(IReadOnlyList<IReadOnlyList<(HttpMethod Method, byte[] Body)>> turns, FloorStore? store, HttpClient client)
{
    /// <summary>By conversation: the id of its last message, once it was sent.</summary>
    private readonly ConcurrentDictionary<string, Task<string>> _last = new();

    /// <summary>Runs as a process of its own; arguments: --urls, --Rehearsal, and --Database for a durable one.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore();
        var rehearsal = Rehearsal.Read(builder.Configuration["Rehearsal"]!);
        using var store = builder.Configuration["Database"] is { } path ? new FloorStore(path) : null;
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        var floor = new Floor(
            [.. rehearsal.Turns.Select(turn => turn.Select(call => (new HttpMethod(call.Method), JsonSerializer.SerializeToUtf8Bytes(call.Activity)))
                .ToList())],
            store,
            client);
        var app = builder.Build();
        app.Run(floor.ReceiveAsync);
        await app.RunAsync();
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        if (http.Request.Method == HttpMethods.Get)
        {
            return;
        }

        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        await http.Request.Body.CopyToAsync(body);
        string id, conversation, connector;
        using (var activity = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length)))
        {
            id = activity.RootElement.GetProperty("id").GetString()!;
            conversation = activity.RootElement.GetProperty("conversation").GetProperty("id").GetString()!;
            connector = activity.RootElement.GetProperty("serviceUrl").GetString()!;
        }

        // The driver's ids end with the number of the turn.
        var turn = turns[id[^1] - '0'];
        if (store is not null)
        {
            await store.WriteAsync(id, turn);
        }

        http.Response.StatusCode = 202;
        await http.Response.CompleteAsync();
        var before = _last.GetValueOrDefault(conversation) ?? Task.FromResult("");
        _last[conversation] = Task.Run(() => SendAsync($"{connector}/v3/conversations/{conversation}/activities/", before, id, turn));
    }

    private async Task<string> SendAsync(string activities, Task<string> before, string id, IReadOnlyList<(HttpMethod Method, byte[] Body)> calls)
    {
        var (previous, last) = (await before, "");
        foreach (var (method, body) in calls)
        {
            var isUpdate = method == HttpMethod.Put;
            using var request = new HttpRequestMessage(method, activities + (isUpdate ? previous : id));
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            using var response = await client.SendAsync(request);
            var answer = await response.Content.ReadAsByteArrayAsync();
            if (!isUpdate)
            {
                using var told = JsonDocument.Parse(answer);
                last = told.RootElement.GetProperty("id").GetString()!;
            }
        }

        return last;
    }
}
