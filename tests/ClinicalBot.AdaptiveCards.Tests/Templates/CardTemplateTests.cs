using System.Text;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards.Tests;

public sealed class CardTemplateTests
{
    [Theory]
    [InlineData("""{"a":"${x}","b":"v ${x.y} ${n}"}""", """{"x":{"y":"z"},"n":1.50}""", "x is an object")]
    public void Structure_where_text_belongs_is_refused(string template, string data, string _)
        => Assert.Throws<CardException>(() => Expand(template, data));

    [Fact]
    public void Values_keep_their_type_and_objects_repeat()
    {
        var card = Expand(
            """{"n":"${n}","s":"${s}","t":"n is ${n}","items":[{"$data":"${list}","$when":"${n > 1}","i":"${$index}","n":"${n}"}]}""",
            """{"n":1.5,"s":"a\"b","list":[{"n":1},{"n":2},{"N":3}]}""");

        Assert.Equal("""{"n":1.5,"s":"a\"b","t":"n is 1.5","items":[{"i":1,"n":2},{"i":2,"n":3}]}""", card);
    }

    [Fact]
    public void Markdown_in_a_value_is_escaped_where_it_would_be_rendered()
    {
        var card = Expand(
            """{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"**${x}**"},{"type":"Input.Text","value":"${x}"}]}""",
            """{"x":"*a* {{DATE(1)}}"}""");

        Assert.Equal(
            """{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"**\\*a\\* \\{\\{DATE(1)}}**"},{"type":"Input.Text","value":"*a* {{DATE(1)}}"}]}""",
            card);
    }

    private static string Expand(string template, string data)
    {
        using var document = JsonDocument.Parse(data);
        return Encoding.UTF8.GetString(CardTemplate.Compile(Encoding.UTF8.GetBytes(template), "test.json").Expand(document.RootElement));
    }
}
