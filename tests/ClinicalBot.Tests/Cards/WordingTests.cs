using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClinicalBot.Testing;

namespace ClinicalBot.Tests.Cards;

/// <summary>The texts keep to docs/wording.md.</summary>
public sealed partial class WordingTests
{
    private const int MostWords = 20;

    [Theory]
    [InlineData("src/ClinicalBot.Conversations/Texts/Text.resx")]
    [InlineData("src/ClinicalBot.Rules/Texts/Words.resx")]
    [InlineData("src/ClinicalBot.Conversations/Texts/Text.de.resx")]
    [InlineData("src/ClinicalBot.Rules/Texts/Words.de.resx")]
    public void No_sentence_has_more_than_twenty_words(string file)
    {
        var texts = XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("data")
            .Select(data => (Name: data.Attribute("name")!.Value, Text: data.Element("value")!.Value)).ToList();
        Assert.True(texts.Count > 100);
        Assert.Empty(texts.SelectMany(text => Sentences(text.Text)
            .Where(sentence => Words(sentence) > MostWords).Select(sentence => $"{text.Name}: {Words(sentence)} words: {sentence}")));
    }

    [Theory]
    [InlineData("src/ClinicalBot.Conversations/Texts/Text.resx")]
    [InlineData("src/ClinicalBot.Rules/Texts/Words.resx")]
    [InlineData("src/ClinicalBot.LocalChannel/Page/texts/en.json")]
    [InlineData("src/ClinicalBot.Api/OpenCases/Tab/texts/en.json")]
    public void A_thing_has_one_name(string file)
    {
        var text = file.EndsWith(".resx", StringComparison.Ordinal)
            ? string.Join('\n', XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("value").Select(value => value.Value))
            : File.ReadAllText(Path.Combine(Repository.Root, file));
        Assert.Empty(Avoided().Matches(text).Select(match => match.Value));
    }

    [Theory]
    [InlineData("One two three. Four five", 3)]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u", 21)]
    public void Words_are_counted_by_sentence(string text, int most) => Assert.Equal(most, Sentences(text).Max(Words));

    private static IEnumerable<string> Sentences(string text) => Ends().Split(text);

    private static int Words(string sentence) => Word().Count(sentence);

    /// <summary>The right column of rule 5, but for the words that are also right elsewhere.</summary>
    [GeneratedRegex(
        @"\b(?:incident|ticket|responder|(?:un)?acknowledged|paged|notified|location|contraindication|guideline|literature|session|failed|whoever|somebody)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Avoided();

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex Ends();

    [GeneratedRegex(@"[\w{]\S*")]
    private static partial Regex Word();
}
