using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ClinicalBot.Testing;

namespace ClinicalBot.EndToEnd.People;

/// <summary>People on the page of a running program, by the calls the page makes, and what it shows them, by its transcript.</summary>
internal sealed class PageCalls(BotProcess bot, string transcript) : IDisposable
{
    private static readonly object Device = new { locale = "en-US", timeZone = "UTC" };

    private int _deeds;

    public HttpClient Http { get; } = new() { BaseAddress = new Uri(bot.Url), Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>A person opens the chat with the bot for the first time.</summary>
    public async Task OpensAsync(string who)
    {
        await PostAsync($"/local/chats/{who}/open", Device);
        await SeesAsync(who, "For clinicians.");
    }

    /// <summary>A person types a line; done when the bot has said one thing more in that chat.</summary>
    public async Task<string> SaysAsync(string who, string text)
    {
        var before = Messages(who).Count;
        await DoAsync(who, new Dictionary<string, object> { ["text"] = text });
        await WaitAsync(() => Messages(who).Count > before, $"answer to \"{text}\" of {who}");
        return Text(Messages(who)[^1]);
    }

    /// <summary>A person presses a button of the newest card in their chat that has one of that title.</summary>
    public Task PressesAsync(string who, string title)
    {
        var card = Messages(who).Last(message => Find(message, title) is not null);
        var button = Find(card, title)!.Value;
        var deed = new Dictionary<string, object> { ["cardId"] = card.GetProperty("id").GetString()! };
        if (button.GetProperty("type").GetString() == "Action.Submit")
        {
            deed["submit"] = button.GetProperty("data");
        }
        else
        {
            deed["execute"] = new { type = "Action.Execute", verb = button.GetProperty("verb").GetString(), data = button.GetProperty("data") };
        }

        return DoAsync(who, deed);
    }

    /// <summary>Waits until something the bot said in a chat, as it stands now, has a text.</summary>
    public async Task<string> SeesAsync(string chat, string text)
    {
        await WaitAsync(() => Messages(chat).Any(message => Text(message).Contains(text, StringComparison.Ordinal)), $"\"{text}\" in the chat {chat}",
            () => string.Join("\n--\n", Messages(chat).TakeLast(3).Select(Text)));
        return Text(Messages(chat).Last(message => Text(message).Contains(text, StringComparison.Ordinal)));
    }

    /// <summary>How many messages of the bot in a chat have a text.</summary>
    public int Count(string chat, string text) => Messages(chat).Count(message => Text(message).Contains(text, StringComparison.Ordinal));

    /// <summary>Moves the page's clock.</summary>
    public Task ForwardAsync(int minutes) => PostAsync("/local/time/forward", new { minutes });

    /// <summary>What the page's clock shows.</summary>
    public async Task<DateTimeOffset> NowAsync() =>
        (await Http.GetFromJsonAsync<JsonElement>(new Uri("/local/time", UriKind.Relative))).GetProperty("now").GetDateTimeOffset();

    public static async Task WaitAsync(Func<bool> condition, string what, Func<string>? instead = null)
    {
        for (var limit = Stopwatch.StartNew(); !condition(); await Task.Delay(25, TestContext.Current.CancellationToken))
        {
            Assert.True(limit.Elapsed < TimeSpan.FromSeconds(20), $"It did not happen: {what}.\n{instead?.Invoke()}");
        }
    }

    public void Dispose() => Http.Dispose();

    private async Task DoAsync(string who, Dictionary<string, object> deed)
    {
        deed["as"] = who;
        deed["clientId"] = string.Create(CultureInfo.InvariantCulture, $"deed-{++_deeds}");
        deed["device"] = Device;
        await PostAsync($"/local/chats/{who}/done", deed);
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Messages of the bot in a chat, in order, each as it stands now.</summary>
    private List<JsonElement> Messages(string chat)
    {
        var found = new Dictionary<string, JsonElement>();
        using var file = new StreamReader(new FileStream(transcript, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (file.ReadLine() is { } line)
        {
            if (TryRead(line, chat) is { } activity)
            {
                found[activity.GetProperty("id").GetString()!] = activity;
            }
        }

        return [.. found.OrderBy(each => each.Key.Length).ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Value)];
    }

    /// <summary>A line that is being written just now is read the next time.</summary>
    private static JsonElement? TryRead(string line, string chat)
    {
        try
        {
            using var read = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 100 });
            return read.RootElement.TryGetProperty("entry", out var entry) && entry.GetProperty("chat").GetString() == chat
                && entry.GetProperty("activity") is var activity && activity.GetProperty("type").GetString() == "message"
                && activity.GetProperty("from").GetProperty("id").GetString()!.StartsWith("28:", StringComparison.Ordinal) ? activity.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Find(JsonElement element, string title) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.GetString() is "Action.Submit" or "Action.Execute"
            && element.TryGetProperty("title", out var known) && known.GetString() == title => element,
        JsonValueKind.Object => element.EnumerateObject().Select(property => Find(property.Value, title)).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Find(item, title)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string Text(JsonElement activity)
    {
        var text = new StringBuilder();
        Add(activity);
        return text.ToString();

        void Add(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject())
                    {
                        if (property.Name is "text" or "title" or "summary" && property.Value.ValueKind == JsonValueKind.String)
                        {
                            text.AppendLine(property.Value.GetString()!.Replace("\\", "", StringComparison.Ordinal));
                        }
                        else
                        {
                            Add(property.Value);
                        }
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                    {
                        Add(item);
                    }

                    break;
            }
        }
    }
}
