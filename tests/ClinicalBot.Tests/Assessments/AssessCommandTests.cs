using System.Text.Json;
using ClinicalBot.Assess;

namespace ClinicalBot.Tests.Assessments;

public sealed class AssessCommandTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_asks_and_decides_and_an_empty_line_leaves_a_question_open()
    {
        var (code, said) = await RunAsync([], "3\n\ny\n");
        Assert.Equal(0, code);
        Assert.Contains("Emergency", said, StringComparison.Ordinal);
        Assert.Contains("Call: neurology", said, StringComparison.Ordinal);
        Assert.Contains("Nobody was called", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_answer_is_asked_again()
    {
        var (code, said) = await RunAsync([], "3\nperhaps\nno\n");
        Assert.Equal(0, code);
        Assert.Contains("\"perhaps\" is none of these.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Emergency", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_is_none_ends_it_with_what_to_write()
    {
        var (code, said) = await RunAsync([], "lunch\n");
        Assert.Equal(2, code);
        Assert.Contains("Write it as 3 or 3.5.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_in_is_json_out_as_the_api_writes_it()
    {
        var (code, said) = await RunAsync(["--json", "-"], """{ "straightLegRaise": "unable" }""");
        Assert.Equal(0, code);
        Assert.Equal("emergency", JsonDocument.Parse(said).RootElement.GetProperty("urgency").GetString());
    }

    [Theory]
    [InlineData("""{ "straightLegRaise": "maybe" }""", "straightLegRaise: ")]
    [InlineData("{", "not valid JSON (line 1")]
    public async Task What_is_wrong_with_it_is_said(string json, string expected)
    {
        var (code, said) = await RunAsync(["--json", "-"], json);
        Assert.Equal(2, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_words_that_are_none_are_told()
    {
        Assert.Contains("cannot be read", (await RunAsync(["--json", "/none/such.json"], "")).Said, StringComparison.Ordinal);
        Assert.StartsWith("Usage: assess", (await RunAsync(["--jsno"], "")).Said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(string[] words, string input)
    {
        using var output = new StringWriter();
        return (await AssessCommand.RunAsync(words, new StringReader(input), output, Now), output.ToString());
    }
}
