using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClinicalBot.Testing;

namespace ClinicalBot.Tests.Languages;

/// <summary>
/// Every translation has the texts of the English file, no others, and the same places for values. CONTRIBUTING says how to add a language: its files
/// are found by their names.
/// </summary>
public sealed class TranslationTests
{
    private static readonly string[] Originals = ["src/ClinicalBot.Conversations/Texts/Text.resx", "src/ClinicalBot.Rules/Texts/Words.resx"];

    // They stand in docs/clinical-basis.md and in the API only, which are English.
    private static readonly string[] EnglishOnly = ["fact.", "basis.", "note."];

    private static readonly Regex Place = new(@"\{\d\}", RegexOptions.NonBacktracking);

    public static TheoryData<string> Translations => [.. Originals.SelectMany(original => Directory.EnumerateFiles(
        Path.Combine(Repository.Root, Path.GetDirectoryName(original)!), Path.GetFileNameWithoutExtension(original) + ".*.resx"))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void German_is_there() => Assert.Equal(
        ["src/ClinicalBot.Conversations/Texts/Text.de.resx", "src/ClinicalBot.Rules/Texts/Words.de.resx"], Translations.Select(row => row.Data));

    [Fact]
    public void Each_language_translates_both_files()
    {
        var languages = Translations.Select(row => row.Data.Split('.')[^2]).GroupBy(language => language).ToList();
        Assert.All(languages, language => Assert.Equal(Originals.Length, language.Count()));
        Assert.All(languages, language => Assert.True(File.Exists(Path.Combine(Repository.Root, "manifest", language.Key + ".json")), language.Key));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_lacks_no_text_and_has_none_too_many(string file)
    {
        var (english, translated) = (Read(OriginalOf(file)), Read(file));
        var needed = english.Keys.Where(key => !EnglishOnly.Any(each => key.StartsWith(each, StringComparison.Ordinal))).ToList();
        Assert.True(needed.Count > 100);
        Assert.Empty(needed.Except(translated.Keys).Select(key => $"{file} lacks {key}: {english[key]}"));
        Assert.Empty(translated.Keys.Except(needed).Select(key => $"{file} has {key}, which English has not."));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_the_same_places_for_values(string file)
    {
        var (english, translated) = (Read(OriginalOf(file)), Read(file));
        Assert.Empty(translated.Where(text => english.TryGetValue(text.Key, out var original)
            && !Places(original).SetEquals(Places(text.Value))).Select(text => $"{file}: {text.Key}: {text.Value}"));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_keeps_the_shape_that_cards_rely_on(string file)
    {
        var texts = Read(file);
        if (file.Contains("Words.", StringComparison.Ordinal))
        {
            var cards = Read(file.Replace("ClinicalBot.Rules/Texts/Words", "ClinicalBot.Conversations/Texts/Text", StringComparison.Ordinal));
            foreach (var urgency in new[] { "Recovered", "Expected", "Incomplete", "Urgent", "Emergency" })
            {
                Assert.StartsWith(cards["Urgency" + urgency] + ":", texts["headline." + urgency.ToLowerInvariant()], StringComparison.Ordinal);
            }

            Assert.Contains(cards["ReasonUnknownTime"], texts["rule.weaknessFrom4h"], StringComparison.Ordinal);
            Assert.Contains(cards["ReasonUnknownTime"], texts["rule.persistsFrom4h"], StringComparison.Ordinal);
            return;
        }

        // What is typed is English in every language.
        Assert.Contains("triage", texts["NotUnderstood"], StringComparison.Ordinal);
        Assert.Contains("help", texts["NotUnderstood"], StringComparison.Ordinal);
    }

    /// <summary>Texts of the page and of the tab: a folder with a file for each language.</summary>
    [Theory]
    [InlineData("src/ClinicalBot.LocalChannel/Page")]
    [InlineData("src/ClinicalBot.Api/OpenCases/Tab")]
    public void The_page_and_the_tab_are_translated_too(string folder)
    {
        var english = ReadJson(folder + "/texts/en.json");
        Assert.All(Translations.Select(row => row.Data.Split('.')[^2]).Distinct(), language =>
        {
            var translated = ReadJson($"{folder}/texts/{language}.json");
            Assert.Equal(english.Keys, translated.Keys);
            Assert.All(english, text => Assert.True(Places(text.Value).SetEquals(Places(translated[text.Key])), text.Key));
            Assert.All(translated.Values, text => Assert.NotEqual("", text));
        });
        var used = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, folder)).Select(File.ReadAllText));
        Assert.All(english.Keys, key => Assert.True(
            new[] { $"t('{key}'", $"'{key}'", $"{{{key}}}", $"texts.{key}" }.Any(use => used.Contains(use, StringComparison.Ordinal)), key));
    }

    private static Dictionary<string, string> ReadJson(string file) =>
        System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Repository.Root, file)))!;

    private static string OriginalOf(string file) => Originals.Single(original => Path.GetFileName(file).StartsWith(
        Path.GetFileNameWithoutExtension(original) + ".", StringComparison.Ordinal));

    private static HashSet<string> Places(string text) => [.. Place.Matches(text).Select(place => place.Value)];

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value.Trim('\r', '\n'), StringComparer.Ordinal);
}
