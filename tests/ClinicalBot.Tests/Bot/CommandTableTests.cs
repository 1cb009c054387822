using System.Text.Json;
using ClinicalBot.Conversations.Bot.Commands;
using ClinicalBot.Phrases;
using ClinicalBot.Testing;
using ClinicalBot.Tests.Package;

namespace ClinicalBot.Tests.Bot;

public sealed class CommandTableTests
{
    [Theory]
    [InlineData("triage", "Triage")]
    [InlineData("Triage!", "Triage")]
    [InlineData("triage please", "Triage")]
    [InlineData("tirage", "Triage")]
    [InlineData("help", "Help")]
    [InlineData("why?", "Why")]
    [InlineData("cancel", "Cancel")]
    [InlineData("cancle", "Cancel")]
    [InlineData("stop", "Cancel")]
    [InlineData("go back", "Back")]
    [InlineData("restart", "Restart")]
    [InlineData("redo", "Restart")]
    [InlineData("wrong patient", "WrongPatient")]
    [InlineData("that's wrong", "TakeBack")]
    [InlineData("That’s wrong.", "TakeBack")]
    [InlineData("change motor", "Change Motor")]
    [InlineData("change the time", "Change Time")]
    [InlineData("redo red flags", "Change RedFlags")]
    [InlineData("change", "Change")]
    [InlineData("cases", "Cases")]
    [InlineData("cases 2", "Cases 2")]
    [InlineData("  close\n K7-4FX ", "Close K7-4FX")]
    [InlineData("close case k74fx.", "Close K7-4FX")]
    [InlineData("close", "Close")]
    [InlineData("case", "ShowCase")]
    [InlineData("case zz-999", "ShowCase ZZ-999")]
    [InlineData("wrong patient K7–4FX", "Void K7-4FX")]
    [InlineData("about K7 4FX", "About K7-4FX")]
    [InlineData("ref", "LookUp []")]
    [InlineData("Ref: 4 Hours?", "LookUp [4 Hours?]")]
    [InlineData("look up dorsiflexion", "LookUp [dorsiflexion]")]
    [InlineData("use this channel for escalations", "UseThisChannel")]
    [InlineData("escalate now", "EscalateNow")]
    [InlineData("escalate K7-4FX", "EscalateNow K7-4FX")]
    [InlineData("call neurology too", "CallRole neurology")]
    [InlineData("Who's on call?", "WhoIsOnCall")]
    [InlineData("who is on call neurology tomorrow 08:00", "WhoIsOnCall neurology")]
    [InlineData("take neurology until 07:00", "TakeRole neurology")]
    [InlineData("swap tonight 20:00-08:00 with Dr. Erin", "Swap [dr. erin]")]
    [InlineData("cover me until 7:00", "Cover")]
    [InlineData("Call MRI too for K7-4FX", "CallRole K7-4FX mri")]
    public void A_whole_message_is_a_command(string text, string expected) => Assert.Equal(expected, Written(CommandTable.Read(text)));

    [Theory]
    [InlineData("")]
    [InlineData("correct")]
    [InlineData("edit")]
    [InlineData("about 3 h ago")]
    [InlineData("about")]
    [InlineData("cases 0")]
    [InlineData("close to normal")]
    [InlineData("case of foot drop")]
    [InlineData("back pain")]
    [InlineData("help him walk")]
    [InlineData("stop the bleeding")]
    [InlineData("change in sensation")]
    [InlineData("refuses to move the leg")]
    [InlineData("continence ok")]
    [InlineData("restart heparin")]
    [InlineData("call neurology")]
    [InlineData("take the leg off the bed")]
    [InlineData("take neurology")]
    [InlineData("on call doctor says leg is numb")]
    [InlineData("swap with erin")]
    [InlineData("cover me")]
    [InlineData("call the ward too late")]
    public void A_sentence_is_none(string text) => Assert.Null(CommandTable.Read(text));

    [Theory]
    [InlineData("note ")]
    [InlineData("ref ")]
    public void A_text_that_was_cut_is_none(string begins) => Assert.Null(CommandTable.Read(TypedText.Fold(begins + new string('x', TypedText.MaxLength))));

    [Fact]
    public void Every_command_has_a_row_and_no_phrase_means_two()
    {
        Assert.Equal(Enum.GetValues<Command>().Order(), CommandRow.All.Select(row => row.Command).Order());
        Assert.All(CommandRow.All.SelectMany(row => row.Alone).GroupBy(phrase => phrase), same => Assert.Single(same));
        Assert.All(CommandRow.All, row => Assert.Equal(row.Takes is CommandArgument.Case or CommandArgument.RoleToo or CommandArgument.RoleTime
            or CommandArgument.TimePerson or CommandArgument.Time ? null : row.Command, CommandTable.Read(row.Name)?.Command));
    }

    [Fact]
    public void Every_command_that_the_manifest_teaches_is_one()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "manifest", "manifest.template.json")));
        // A starter puts its prompt into the compose box, not its title.
        var taught = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray()
            .SelectMany(list => list.GetProperty("commands").EnumerateArray()).Where(command => !command.TryGetProperty("prompt", out _))
            .Select(command => command.GetProperty("title").GetString()!).ToList();
        Assert.NotEmpty(taught);
        Assert.All(taught, title => Assert.Contains(CommandRow.All, row => row.Name == title));
    }

    [Fact]
    public void A_step_is_named_by_its_words() => Assert.Equal(Topic.RedFlags, CommandTable.ReadStep("Red flags."));

    private static string? Written(CommandCall? call) => call is null
        ? null
        : $"{call.Command}{(call.Step is { } step ? " " + step : "")}{(call.Page > 1 ? $" {call.Page}" : "")}"
            + $"{(call.Case is { } named ? " " + named : "")}{(call.Role is { } role ? " " + role : "")}"
            + $"{(call.Person is { } person ? $" [{person}]" : "")}{(call.Command == Command.LookUp ? $" [{call.Words}]" : "")}";
}
