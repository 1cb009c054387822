using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>Each rule, broken once in a card that is otherwise good.</summary>
public sealed class CardLintTests
{
    private const string Good = """
        {
          "type": "AdaptiveCard", "version": "1.5", "fallbackText": "f", "speak": "s",
          "body": [
            { "type": "TextBlock", "text": "A longer text that wraps", "wrap": true, "color": "attention" },
            { "type": "Image", "url": "https://example.org/a.png", "altText": "A leg" },
            { "type": "Container", "style": "warning", "items": [ { "type": "TextBlock", "text": "Incomplete" } ] },
            { "type": "Input.Text", "id": "note", "label": "Note", "isRequired": true, "errorMessage": "Write something" },
            { "type": "Table", "columns": [ { "width": 1 } ], "rows": [ { "cells": [ { "items": [ { "type": "TextBlock", "text": "x" } ] } ] } ] },
            { "type": "ImageSet", "images": [ { "type": "Image", "url": "https://example.org/a.png", "altText": "A leg" } ] }
          ],
          "actions": [
            { "type": "Action.Submit", "id": "go", "title": "Next", "data": { "verb": "answer" } },
            {
              "type": "Action.Execute", "id": "take", "title": "Take", "verb": "take",
              "fallback": { "type": "Action.Submit", "id": "take", "title": "Take", "data": { "verb": "take" } }
            },
            {
              "type": "Action.ShowCard", "title": "More", "card": { "type": "AdaptiveCard", "body": [ { "type": "TextBlock", "text": "x" } ] },
              "fallback": { "type": "Action.Submit", "title": "More", "data": { "verb": "more" } }
            },
            { "type": "Action.OpenUrl", "title": "Read", "url": "https://example.org" }
          ],
          "refresh": { "action": { "type": "Action.Execute", "verb": "refresh", "fallback": { "type": "Action.Submit", "title": "r",
              "data": { "verb": "refresh" } } } }
        }
        """;

    [Fact]
    public void A_good_card_has_no_problem() => Assert.Empty(Check(Good));

    [Theory]
    [InlineData("/version", "null", "/version: must be there and at most 1.5")]
    [InlineData("/version", "\"1.6\"", "/version: must be there and at most 1.5")]
    [InlineData("/type", "\"TextBlock\"", "/type: must be AdaptiveCard")]
    [InlineData("/fallbackText", "\" \"", "/fallbackText: must be filled")]
    [InlineData("/speak", "\"\"", "/speak: must be filled")]
    [InlineData("/body/0/wrap", "false", "/body/0: needs wrap: true")]
    [InlineData("/body/0/text", "\"⚠ !\"", "/body/0: color alone")]
    [InlineData("/body/0/text", "\"a ${b}\"", "/body/0/text: the binding found no data: a ${b}")]
    [InlineData("/actions/0/data/say", "\"${say}\"", "/actions/0/data: the binding found no data")]
    [InlineData("/body/0/size", "null", "/body/0/size: is null")]
    [InlineData("/body/0/labelPosition", "\"inline\"", "/body/0/labelPosition: TextBlock has no such property")]
    [InlineData("/body/0/type", "\"Badge\"", "/body/0: \"Badge\" is no type")]
    [InlineData("/body/1/altText", "\"\"", "/body/1: an image needs altText")]
    [InlineData("/body/2/items/0/text", "\"●\"", "/body/2: color alone")]
    [InlineData("/body/3/id", "\"\"", "/body/3: an input without id")]
    [InlineData("/body/3/id", "\"go\"", "/actions/0/id: \"go\" is there twice")]
    [InlineData("/body/3/label", "\"\"", "/body/3: an input needs a label")]
    [InlineData("/body/3/errorMessage", "\"\"", "/body/3: a required input needs an errorMessage")]
    [InlineData("/body/4/rows/0/cells/0/items/0/type", "\"Nope\"", "/body/4/rows/0/cells/0/items/0: \"Nope\" is no type")]
    [InlineData("/body/5/images/0/altText", "\"\"", "/body/5/images/0: an image needs altText")]
    [InlineData("/actions/0/title", "\"\"", "/actions/0: an action needs a title")]
    [InlineData("/actions/0/data/verb", "1", "/actions/0: data.verb must be a string")]
    [InlineData("/actions/0/type", "\"Action.ToggleVisibility\"", "/actions/0: needs an Action.Submit with a verb as fallback")]
    [InlineData("/actions/2/fallback", "\"drop\"", "/actions/2: needs an Action.Submit with a verb as fallback")]
    [InlineData("/actions/2/fallback/data/verb", "\"\"", "/actions/2: needs an Action.Submit with a verb as fallback")]
    [InlineData("/actions/1/fallback/data/verb", "\"other\"", "/actions/1: needs an Action.Submit with the same verb")]
    [InlineData("/actions/1/fallback", "\"drop\"", "/actions/1: needs an Action.Submit with the same verb")]
    [InlineData("/actions/1/data", "{ \"verb\": \"other\" }", "/actions/1: verb must be a string, the same as data.verb")]
    [InlineData("/actions/2/card/body/0/type", "\"Nope\"", "/actions/2/card/body/0: \"Nope\" is no type")]
    [InlineData("/refresh/action/verb", "\"\"", "/refresh/action: verb must be a string")]
    public void One_broken_rule_is_found(string place, string value, string problem) =>
        Assert.Contains(Check(Broken(place, value)), found => found.StartsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void Seven_actions_are_too_many()
    {
        var actions = string.Join(',', Enumerable.Repeat("""{ "type": "Action.OpenUrl", "title": "t", "url": "https://example.org" }""", 7));
        Assert.Equal(["/actions: has 7 actions; Teams shows 6"], Check(Broken("/actions", $"[{actions}]")));
        Assert.Equal(["/body: has 7 actions; Teams shows 6"], Check(Broken("/body", $$"""[ { "type": "ActionSet", "actions": [{{actions}}] } ]"""))
            .Select(problem => problem.Replace("/body/0/actions", "/body", StringComparison.Ordinal)));
    }

    [Fact]
    public void Too_many_bytes_are_found()
    {
        Assert.Empty(Check(Broken("/fallbackText", $"\"{new string('x', CardLint.MaxBytes - 2500)}\"")));
        Assert.Single(Check(Broken("/fallbackText", $"\"{new string('é', CardLint.MaxBytes / 2)}\"")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"type":"AdaptiveCard","type":"AdaptiveCard"}""")]
    public void What_is_no_card_is_a_problem(string card) => Assert.Single(Check(card));

    [Fact]
    public void Verbs_are_listed_once() => Assert.Equal(["answer", "more", "refresh", "take"], CardLint.Verbs(Encoding.UTF8.GetBytes(Good)));

    private static List<string> Check(string card) => [.. CardLint.Check(Encoding.UTF8.GetBytes(card)).Select(problem => problem.ToString())];

    private static string Broken(string place, string value)
    {
        var card = JsonNode.Parse(Good)!;
        var steps = place.Split('/')[1..];
        var owner = steps[..^1].Aggregate(card, (node, step) => node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        owner[steps[^1]] = JsonNode.Parse(value);
        return card.ToJsonString();
    }
}
