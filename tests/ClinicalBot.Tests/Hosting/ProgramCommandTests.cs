using ClinicalBot.Hosting;

namespace ClinicalBot.Tests.Hosting;

public sealed class ProgramCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Help_lists_every_command(string word)
    {
        Assert.Equal(0, await ProgramCommand.TryRunAsync([word], _output, _errors));
        Assert.All(ProgramCommand.All, command => Assert.Contains(command.Usage, _output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Version_says_which_this_is()
    {
        Assert.Equal(0, await ProgramCommand.TryRunAsync(["--version"], _output, _errors));
        Assert.StartsWith("ClinicalBot 0.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_word_starts_nothing_and_says_what_there_is()
    {
        Assert.Equal(1, await ProgramCommand.TryRunAsync(["docter"], _output, _errors));
        Assert.StartsWith("\"docter\" is not known.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("doctor", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://localhost:0")]
    [InlineData("Site:TimeZone=Europe/Berlin")]
    [InlineData("--Site:TimeZone=Europe/Berlin")]
    public async Task Settings_serve_the_bot(params string[] words) => Assert.Null(await ProgramCommand.TryRunAsync(words, _output, _errors));

    [Fact]
    public async Task Without_a_database_the_audit_says_so_in_a_sentence()
    {
        Assert.Equal(1, await Records.Audit.AuditCommand.RunAsync(["verify"], new Storage.StorageOptions { Path = "/none/such.db" }, _output));
        Assert.StartsWith("There is no database at /none/such.db.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_word_the_bot_is_served() => Assert.Null(await ProgramCommand.TryRunAsync([], _output, _errors));
}
