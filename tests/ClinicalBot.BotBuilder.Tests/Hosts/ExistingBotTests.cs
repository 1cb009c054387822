using System.Net;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.BotBuilder.Tests.Hosts;

/// <summary>A host that had a bot before: it echoes what is not ours.</summary>
public sealed class ExistingBotTests
{
    private const string Sample = "ClinicalBot.Sample.ExistingBot";
    private const string Chat = "a:chat-7";

    [Fact]
    public async Task A_triage_is_ours_from_its_command_to_its_end_and_the_rest_is_the_other_bots()
    {
        await using var host = await SampleHost.OfAsync(Sample);

        Assert.Equal("You said hello", await host.SayAsync("hello"));
        Assert.Contains("AdaptiveCard", await host.SayAsync("triage"), StringComparison.Ordinal);
        Assert.Contains("AdaptiveCard", await host.SayAsync("hello"), StringComparison.Ordinal);
        var end = host.Message("cancel");
        await host.PostAsync(end);
        await host.WaitAsync(Chat, 4);
        // Delivered again, it is still the word that ended the triage.
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(end)).Status);

        Assert.Equal("You said cancel", await host.SayAsync("cancel"));
        Assert.Equal(5, host.Shown(Chat).Count);
    }

    [Fact]
    public async Task What_is_ours_and_what_is_not()
    {
        await using var host = await SampleHost.OfAsync(Sample);
        string[] ours = ["triage", "new triage", "cases", "case K7-4FX", "close k74fx", "ref dorsiflexion",
            "numb leg 3 h after block, saddle numbness", "she cannot pee since the block"];
        string[] others = ["hello", "help", "start", "yes", "cancel", "close", "close the door", "about", "wrong patient", "why", "what is for lunch",
            "?", "case study of the month"];

        foreach (var (text, at) in ours.Concat(others).Select((text, at) => (text, at)))
        {
            var shown = await host.SayAsync(text, $"a:chat-{at}");
            Assert.True((shown == $"You said {text}") == others.Contains(text), $"\"{text}\" was answered with {shown}");
        }
    }

    [Fact]
    public async Task Buttons_and_searches_of_ours_are_taken_and_others_pass()
    {
        await using var host = await SampleHost.OfAsync(Sample);
        var invoke = host.Message("") with { Type = ActivityTypes.Invoke, Text = null };

        // The echo bot knows no invokes.
        Assert.Equal(HttpStatusCode.NotImplemented, (await host.PostAsync(Press("a", "approve"))).Status);
        Assert.Equal(HttpStatusCode.NotImplemented, (await host.PostAsync(Press("b", "help"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Press("c", "case/show"))).Status);
        Assert.Equal(HttpStatusCode.NotImplemented, (await host.PostAsync(Search("d", "products"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Search("e", "reference"))).Status);

        Activity Press(string id, string verb) => invoke with
        {
            Id = id,
            Name = AdaptiveCardInvokeValue.InvokeName,
            Value = System.Text.Json.JsonElement.Parse($$"""{"action":{"type":"Action.Execute","verb":"{{verb}}","data":{"case":"K7-4FX"} } }"""),
        };

        Activity Search(string id, string command) => invoke with
        {
            Id = id,
            Name = MessagingExtensionQuery.InvokeName,
            Value = System.Text.Json.JsonElement.Parse($$"""{"commandId":"{{command}}","parameters":[{"name":"q","value":"dorsiflexion"}]}"""),
        };
    }
}
