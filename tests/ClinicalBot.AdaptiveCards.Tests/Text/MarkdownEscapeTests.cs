using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>The judge is the renderer: a text must be seen as it was typed, whatever it holds.</summary>
public sealed partial class MarkdownEscapeTests(ITestOutputHelper output)
{
    private const int RandomTexts = 1_000;

    private static readonly string[] s_pieces =
    [
        "*", "**", "_", "`", "```", "~~", "[", "](", ")", "![", "<", ">", "#", "# ", "- ", "+ ", "1. ", "2) ", "\n", "\n\n", "    ",
        "\t", "|", "---", "===", ":-", "&", "&amp;", "&#42;", "\\", "{{", "}}", "{{DATE(2020-01-01T00:00:00Z)}}", "${x}", "http://a.b", "<b>",
        " ", "a", "b c", "12", "é", "🦵", "שלום", ".", ",", "!", "(", "<!--", "]: x", "</p>", "\r\n",
    ];

    private static readonly Gen<string> s_markdownText =
        Gen.Int[0, s_pieces.Length - 1].Array[0, 10].Select(picks => string.Concat(picks.Select(pick => s_pieces[pick])));

    [Theory]
    [InlineData("no weakness, 4.5 h after; 5/5 (L4-S1) & reflexes +2", "no weakness, 4.5 h after; 5/5 (L4-S1) & reflexes +2")]
    [InlineData(">4 h", @"\>4 h")]
    [InlineData("a > b < 4", "a > b < 4")]
    [InlineData("*a*", @"\*a\*")]
    [InlineData("1. a", @"1\. a")]
    [InlineData("1.5 mg", "1.5 mg")]
    [InlineData("a\r\n\r\n- b\n", "a  \n\\- b ")]
    [InlineData("{{DATE(x)}}", @"\{\{DATE(x)}}")]
    [InlineData("a\u202Eb\u0007c", "abc")]
    [InlineData("\u202E# a", @"\# a")]
    [InlineData("\u202E    a", "\u00A0\u00A0\u00A0\u00A0a")]
    [InlineData("a\n\u0007\n- b", "a  \n\\- b")]
    [InlineData(" \n     a", "\u00A0\u00A0\u00A0\u00A0\u00A0a")]
    public void Escapes_what_counts_and_no_more(string typed, string expected) => Assert.Equal(expected, CardText.Escape(typed));

    [Fact]
    public async Task Hostile_text_is_shown_as_it_was_typed() => await ShouldBeShownAsTyped([.. HostileValues.All]);

    [Fact]
    public async Task Random_markdown_is_shown_as_it_was_typed()
    {
        var seed = RandomSeed.Next();
        output.WriteLine($"seed {seed}");
        var pcg = PCG.Parse(seed);

        await ShouldBeShownAsTyped([.. Enumerable.Range(0, RandomTexts).Select(_ => s_markdownText.Generate(pcg, null, out var _))]);
    }

    private static async Task ShouldBeShownAsTyped(IReadOnlyList<string> texts)
    {
        var answers = await NodeOracle.AskAsync([.. texts.Select(text => NodeOracle.Rendering(CardWith(text)))]);
        foreach (var (text, answer) in texts.Zip(answers))
        {
            var shown = answer.GetProperty("texts").EnumerateArray().Select(item => item.GetString()!).ToList();
            var tags = answer.GetProperty("tags").EnumerateArray().Select(item => item.GetString());
            var typed = Visible(text);

            Assert.True(!tags.Except(["P", "BR"]).Any(), System.Text.Json.JsonSerializer.Serialize(text));
            string[] expected = typed.Length == 0 ? ["before after"] : [typed, $"before {typed} after", typed, typed];
            Assert.Equal(expected, shown.Select(Visible).Where(line => line.Length > 0));
        }
    }

    private static JsonNode CardWith(string text)
    {
        const string template = """
            {
              "type": "AdaptiveCard", "version": "1.5",
              "body": [
                { "type": "TextBlock", "text": "${x}" },
                { "type": "TextBlock", "text": "before ${x} after" },
                { "type": "FactSet", "facts": [ { "title": "${x}", "value": "${x}" } ] }
              ]
            }
            """;
        using var data = System.Text.Json.JsonDocument.Parse(new JsonObject { ["x"] = text }.ToJsonString());
        return JsonNode.Parse(CardTemplate.Compile(System.Text.Encoding.UTF8.GetBytes(template), "text.json").Expand(data.RootElement))!;
    }

    /// <summary>What an eye can tell apart: no unseen characters, and white space as one space.</summary>
    private static string Visible(string text) => Space().Replace(Unseen().Replace(text, ""), " ").Trim();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
