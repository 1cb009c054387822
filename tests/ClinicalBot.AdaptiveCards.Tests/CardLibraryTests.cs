using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.AdaptiveCards.Tests;

public sealed partial class CardLibraryTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("cards");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Loads_templates_and_leaves_samples_out()
    {
        Write("hello.json", """{"text":"Hello ${name}"}""");
        Write("hello.sample.json", """{"name":"${"}""");
        Write("hello.long.sample.json", """{"name":"${"}""");

        var library = CardLibrary.Load(_directory.FullName);

        Assert.Equal(["hello"], library.Names);
        Assert.Equal("""{"text":"Hello Ann\\*"}""", Encoding.UTF8.GetString(library.Expand("hello", new Person("Ann*"), PersonJson.Default.Person)));
        Assert.Equal(
            """{"text":"Hello ${name}"}""".Replace("${", "$\\\\{", StringComparison.Ordinal),
            Encoding.UTF8.GetString(library.Expand("hello", JsonSerializer.SerializeToElement(new { }))));
    }

    [Fact]
    public void Loads_embedded_templates()
    {
        var library = CardLibrary.Load(typeof(CardLibraryTests).Assembly, "cards/");
        Assert.Equal(["decision", "motor"], library.Names);
    }

    [Fact]
    public void Refuses_a_template_with_file_and_place()
    {
        Write("good.json", "{}");
        Write("bad.json", """{"text":"${a ? b}"}""");
        var error = Assert.Throws<CardException>(() => CardLibrary.Load(_directory.FullName));
        Assert.StartsWith("bad.json(1,9) /text: there is no ?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_start_without_any_card()
    {
        Assert.Throws<CardException>(() => CardLibrary.Load(_directory.FullName));
        Assert.Throws<CardException>(() => CardLibrary.Load(Path.Combine(_directory.FullName, "none")));
        Assert.Throws<CardException>(() => CardLibrary.Load(typeof(CardLibraryTests).Assembly, "none/"));
    }

    [Fact]
    public void Names_what_there_is_when_a_card_is_missing()
    {
        Write("hello.json", "{}");
        var error = Assert.Throws<CardException>(() => CardLibrary.Load(_directory.FullName).Find("helo"));
        Assert.Equal("there is no card \"helo\"; there are hello", error.Message);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_directory.FullName, name), text);

    internal sealed record Person(string Name);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Person))]
    internal sealed partial class PersonJson : JsonSerializerContext;
}
