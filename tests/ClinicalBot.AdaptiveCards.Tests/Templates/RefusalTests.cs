using System.Text;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>What is outside the subset is refused when it is compiled, with file, line, column and JSON pointer.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("${a ? b : c}", "'?' is not part")]
    [InlineData("${a - 1}", "'-' is not part")]
    [InlineData("${a * 2}", "'*' is not part")]
    [InlineData("${a ?? b}", "'?' is not part")]
    [InlineData("${a = b}", "'=' is not part")]
    [InlineData("${@a}", "'@' is not part")]
    [InlineData("${formatDateTime(a)}", "formatDateTime is not supported; there are if, empty, exists, count, length and join")]
    [InlineData("${if(a, b)}", "if(condition, then, else)")]
    [InlineData("${join(a, b)}", "join(list, 'separator')")]
    [InlineData("${empty()}", "empty(value)")]
    [InlineData("${length(1)}", "length cannot take 1")]
    [InlineData("${a + true}", "'+' cannot take true")]
    [InlineData("${a['b']}", "only a whole number belongs in []")]
    [InlineData("${a[b]}", "only a whole number belongs in []")]
    [InlineData("${a.$root}", "a name belongs after '.'")]
    [InlineData("${$host.x}", "there are $data, $root and $index")]
    [InlineData("${undefined}", "use null")]
    [InlineData("${'a'}", "a constant needs no ${}")]
    [InlineData("${a b}", "'b' does not belong here")]
    [InlineData("${a +}", "the expression ends too early")]
    [InlineData("${}", "the expression ends too early")]
    [InlineData("${(a}", "')' is missing here")]
    [InlineData("${a", "${ has no closing }")]
    [InlineData("${'a}", "${ has no closing }")]
    [InlineData("${{a:1}}", "braces, backticks and line breaks")]
    [InlineData("${'\\\\x'}", "is no escape")]
    [InlineData("x ` ${a}", "a backtick beside ${}")]
    [InlineData("${a}\\\\", "cannot end with a backslash")]
    [InlineData("${!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!a}", "nested too deeply")]
    public void Expressions(string text, string reason)
    {
        var error = Refused($$"""
            {
              "type": "AdaptiveCard",
              "body": [ { "type": "TextBlock", "text": "{{text}}" } ]
            }
            """);

        Assert.StartsWith("bad.json(3,44) /body/0/text: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "body": [ null ] }""", "bad.json(1,13) /body/0: null or a list directly inside a list")]
    [InlineData("""{ "body": [ [ 1 ] ] }""", "bad.json(1,13) /body/0: null or a list directly inside a list")]
    [InlineData("""{ "a": { "$when": true } }""", "bad.json(1,19) /a/$when: this must be one binding")]
    [InlineData("""{ "a": { "$when": "x ${b}" } }""", "bad.json(1,19) /a/$when: this must be one binding")]
    [InlineData("""{ "a": { "$data": { "x": "${b}" } } }""", "bad.json(1,19) /a/$data: this must be one binding")]
    [InlineData("""{ "a": { "$data": "${b(}" } }""", "bad.json(1,19) /a/$data: ")]
    [InlineData("""{ "a": { "$root": 1 } }""", "bad.json(1,19) /a/$root: \"$root\" cannot be the name of a property")]
    [InlineData("""{ "${a}": 1 }""", "bad.json(1,11) /${a}: \"${a}\" cannot be the name of a property")]
    [InlineData("""{ "x/y~z": "${" }""", "bad.json(1,12) /x~1y~0z: ")]
    [InlineData("""{ "type": "${kind}" }""", "bad.json(1,11) /type: data must not decide this property")]
    [InlineData("""{ "version": "${v}" }""", "bad.json(1,14) /version: data must not decide this property")]
    [InlineData("""{ "a": 1, "a": 2 }""", "bad.json(")]
    [InlineData("{ \"a\": 1,\n  oops }", "bad.json(2,3): no valid JSON")]
    [InlineData("", "bad.json(1,1): no valid JSON")]
    public void Structure(string template, string error) => Assert.StartsWith(error, Refused(template), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_no_reason_to_refuse() =>
        Assert.Equal("bom.json", CardTemplate.Compile(Encoding.UTF8.GetBytes("\uFEFF{}"), "bom.json").FileName);

    private static string Refused(string template) =>
        Assert.Throws<CardException>(() => CardTemplate.Compile(Encoding.UTF8.GetBytes(template), "bad.json")).Message;
}
