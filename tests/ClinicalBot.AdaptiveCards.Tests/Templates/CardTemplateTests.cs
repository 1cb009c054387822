using System.Text;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>What our templates promise beyond the reference: data decides text, never structure or look.</summary>
public sealed class CardTemplateTests
{
    [Fact]
    public void Values_keep_their_type_and_objects_repeat() => Assert.Equal(
        """{"n":1.50,"s":"a\"b","t":"n is 1.5","items":[{"i":1,"n":2},{"i":2,"n":3}]}""",
        Expand(
            """{"n":"${n}","s":"${s}","t":"n is ${n}","items":[{"$data":"${list}","$when":"${n > 1}","i":"${$index}","n":"${n}"}]}""",
            """{"n":1.50,"s":"a\"b","list":[{"n":1},{"n":2},{"N":3}]}"""));

    [Theory]
    [InlineData("""{"x":[{"type":"TextBlock"}]}""")]
    [InlineData("""{"x":{"type":"TextBlock"}}""")]
    public void A_list_or_object_from_data_is_refused_where_text_belongs(string data)
    {
        var error = Assert.Throws<CardException>(() => Expand("""{"type":"AdaptiveCard","body":"${x}"}""", data));
        Assert.Equal("test.json/body: ${x} is an object or array: only text, numbers and booleans fit here", error.Message);
    }

    [Fact]
    public void A_list_or_object_from_data_may_be_the_data_of_an_action() => Assert.Equal(
        """{"type":"Action.Submit","data":{"x":{"a":[1,null]}}}""",
        Expand("""{"type":"Action.Submit","data":{"x":"${x}"}}""", """{"x":{"a":[1,null]}}"""));

    [Theory]
    [InlineData("null", "null")]
    [InlineData("[1]", "an object or array")]
    [InlineData("{}", "an object or array")]
    [InlineData("1e21", "a number that needs an exponent")]
    [InlineData("-0.00001", "a number that needs an exponent")]
    public void What_is_no_text_is_refused_inside_a_sentence_with_its_place(string value, string reason)
    {
        var error = Assert.Throws<CardException>(() => Expand("""{"a":[{"b":"x ${c}"}]}""", $$"""{"c":{{value}}}"""));
        Assert.Equal($"test.json/a/0/b: ${{c}} is {reason} inside a text", error.Message);
    }

    [Theory]
    [InlineData("-0.0", "0")]
    [InlineData("1.50", "1.5")]
    [InlineData("-0.0001", "-0.0001")]
    [InlineData("999999999999999.9", "999999999999999.9")]
    [InlineData("true", "true")]
    public void Numbers_and_booleans_inside_a_sentence_are_written_as_JavaScript_writes_them(string value, string text) =>
        Assert.Equal($$"""{"a":"x {{text}}"}""", Expand("""{"a":"x ${c}"}""", $$"""{"c":{{value}}}"""));

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"${x}"}""", """{"type":"TextBlock","text":"\\*a\\* \\{\\{DATE(1)}}"}""")]
    [InlineData("""{"type":"Unknown","text":"${x}"}""", """{"type":"Unknown","text":"\\*a\\* \\{\\{DATE(1)}}"}""")]
    [InlineData("""{"text":"**${x}**","type":"TextBlock"}""", """{"text":"**\\*a\\* \\{\\{DATE(1)}}**","type":"TextBlock"}""")]
    [InlineData("""{"type":"FactSet","facts":[{"title":"${x}","value":"v"}]}""",
        """{"type":"FactSet","facts":[{"title":"\\*a\\* \\{\\{DATE(1)}}","value":"v"}]}""")]
    [InlineData("""{"type":"FactSet","facts":[{"$data":{"y":1},"title":"t","value":"${$root.x}"}]}""",
        """{"type":"FactSet","facts":[{"title":"t","value":"\\*a\\* \\{\\{DATE(1)}}"}]}""")]
    [InlineData("""{"type":"Input.Text","errorMessage":"${x}"}""", """{"type":"Input.Text","errorMessage":"\\*a\\* \\{\\{DATE(1)}}"}""")]
    [InlineData("""{"type":"Input.Toggle","title":"${x}"}""", """{"type":"Input.Toggle","title":"\\*a\\* \\{\\{DATE(1)}}"}""")]
    [InlineData("""{"type":"Input.ChoiceSet","style":"expanded","choices":[{"title":"${x}"}]}""",
        """{"type":"Input.ChoiceSet","style":"expanded","choices":[{"title":"\\*a\\* \\{\\{DATE(1)}}"}]}""")]
    [InlineData("""{"type":"Input.ChoiceSet","isMultiSelect":true,"choices":[{"title":"${x}"}]}""",
        """{"type":"Input.ChoiceSet","isMultiSelect":true,"choices":[{"title":"\\*a\\* \\{\\{DATE(1)}}"}]}""")]
    public void Text_is_escaped_where_hosts_render_markdown(string template, string card) =>
        Assert.Equal(card, Expand(template, """{"x":"*a* {{DATE(1)}}"}"""));

    [Theory]
    [InlineData("""{"type":"TextRun","text":"${x}"}""", "text")]
    [InlineData("""{"type":"Input.Text","label":"${x}"}""", "label")]
    public void Where_only_dates_are_replaced_only_those_are_defused(string template, string property)
    {
        using var card = JsonDocument.Parse(Expand(template, """{"x":"*a* {{DATE(1)}}"}"""));
        Assert.Equal("*a* {\u2060{\u2060DATE(1)}}", card.RootElement.GetProperty(property).GetString());
    }

    [Theory]
    [InlineData("""{"type":"Input.Text","value":"${x}","placeholder":"${x}"}""")]
    [InlineData("""{"type":"Action.Submit","title":"${x}","data":{"text":"${x}","type":"${x}"}}""")]
    [InlineData("""{"type":"Image","altText":"${x}"}""")]
    [InlineData("""{"type":"AdaptiveCard","fallbackText":"${x}","speak":"${x}"}""")]
    [InlineData("""{"type":"Input.ChoiceSet","choices":[{"title":"${x}","value":"${x}"}]}""")]
    public void Elsewhere_text_stays_as_it_is(string template)
    {
        const string value = "*a* {{DATE(1)}}";
        Assert.Equal(template.Replace("${x}", value, StringComparison.Ordinal), Expand(template, $$"""{"x":"{{value}}"}"""));
    }

    private static string Expand(string template, string data)
    {
        using var document = JsonDocument.Parse(data);
        return Encoding.UTF8.GetString(CardTemplate.Compile(Encoding.UTF8.GetBytes(template), "test.json").Expand(document.RootElement));
    }
}
