using System.Text;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards.Tests;

/// <summary>What is outside the subset is refused when it is compiled, with file, line, column and JSON pointer.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("${a ? b : c}", "use if(condition, then, else)")]
    [InlineData("${a - 1}", "there is no arithmetic: compute it in code")]
    [InlineData("${a * 2}", "there is no arithmetic")]
    [InlineData("${a + b}", "there is no arithmetic: compute it in code; texts are joined by \"${a} ${b}\" (character 5 of the text)")]
    [InlineData("${a ?? b}", "there is no ?")]
    [InlineData("${a = b}", "compare with ==")]
    [InlineData("${a & b}", "join conditions with && and ||")]
    [InlineData("${@a}", "'@' does not belong here")]
    [InlineData("${formatDateTime(a)}", "formatDateTime(a) is not supported; there are if(condition, then, else), exists(path) and count(path)")]
    [InlineData("${join(a, ', ')}", "join(a, ', ') is not supported")]
    [InlineData("${if(a, b)}", "if(condition, then, else)")]
    [InlineData("${exists()}", "')' does not belong here")]
    [InlineData("${count('a')}", "count('a') is not supported; there are")]
    [InlineData("${exists(a == b)}", "exists((a == b)) is not supported; there are")]
    [InlineData("${a['b']}", "there are no []: repeat an object with \"$data\"")]
    [InlineData("${a[0]}", "there are no []")]
    [InlineData("${a.$root}", "a name belongs after '.' (character 5 of the text)")]
    [InlineData("${a.}", "a name belongs after '.'")]
    [InlineData("${$host.x}", "there are $data, $root and $index")]
    [InlineData("${a == null}", "use exists(x) or !exists(x) instead of null")]
    [InlineData("${undefined}", "use exists(x)")]
    [InlineData("${a > 1.5}", "only whole numbers")]
    [InlineData("${a > 4000000000}", "only whole numbers")]
    [InlineData("${'a'}", "a constant needs no ${}")]
    [InlineData("${count(a) && b}", "count(a) is no condition: compare it")]
    [InlineData("${a || 'b'}", "'b' is no condition: compare it")]
    [InlineData("${if(count(a), b, c)}", "count(a) is no condition")]
    [InlineData("${!if(a, b, c)}", "if(a, b, c) is no condition")]
    [InlineData("${!a == b}", "!(a) cannot be compared")]
    [InlineData("${a == b == c}", "(a == b) cannot be compared")]
    [InlineData("${a == b > c}", "(a == b) cannot be compared")]
    [InlineData("${exists(a) == true}", "exists(a) cannot be compared")]
    [InlineData("${if(a, b, c) == d}", "if(a, b, c) cannot be compared")]
    [InlineData("${a b}", "'b' does not belong here (character 5 of the text)")]
    [InlineData("x ${a &&}", "the expression ends too early (character 9 of the text)")]
    [InlineData("${}", "the expression ends too early")]
    [InlineData("${(a}", "')' is missing here")]
    [InlineData("${(a b}", "'b' does not belong here")]
    [InlineData("${a", "${ has no closing }")]
    [InlineData("${'a}", "${ has no closing }")]
    [InlineData("${{a:1}}", "braces, backticks and line breaks")]
    [InlineData("${a == 'it\\'s'}", "a quote goes between quotes of the other kind")]
    [InlineData("x ` ${a}", "a backtick beside ${}")]
    [InlineData("${a}\\", "cannot end with a backslash")]
    [InlineData("${!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!a}", "too long: compute it in code")]
    public void Expressions(string text, string reason)
    {
        var error = Refused($$"""
            {
              "type": "AdaptiveCard",
              "body": [ { "type": "TextBlock", "text": {{JsonSerializer.Serialize(text)}} } ]
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

    [Fact]
    public void An_expression_has_at_most_32_terms()
    {
        Assert.NotNull(CardTemplate.Compile(Encoding.UTF8.GetBytes(Template(32)), "good.json"));
        Assert.Contains("too long: compute it in code", Refused(Template(33)), StringComparison.Ordinal);

        static string Template(int terms) => $$"""{ "text": "${{{string.Join(" && ", Enumerable.Repeat("a", terms))}}}" }""";
    }

    private static string Refused(string template) =>
        Assert.Throws<CardException>(() => CardTemplate.Compile(Encoding.UTF8.GetBytes(template), "bad.json")).Message;
}
