using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Site;
using ClinicalBot.Escalation;
using Microsoft.Extensions.Configuration;

namespace ClinicalBot.Tests.Cases;

/// <summary>Settings of escalation are refused at start with the key and the fix.</summary>
public sealed class EscalationOptionsTests
{
    private static EscalationOptions Read(params IEnumerable<(string Key, string Value)> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create("Escalation:" + pair.Key, (string?)pair.Value)))
        .Build().GetSection(EscalationOptions.Section).Get<EscalationOptions>() ?? new EscalationOptions();

    private static IReadOnlyList<string> Complaints(EscalationOptions options) =>
        [.. new EscalationOptionsValidation().Validate(null, options).Failures ?? []];

    [Fact]
    public void Without_any_setting_nothing_is_wrong() => Assert.Empty(Complaints(new EscalationOptions()));

    [Theory]
    [InlineData("ContactsFile", " ", "Escalation:ContactsFile is empty. Set the path")]
    [InlineData("Channel", "Escalations", "Escalation:Channel is no id of a Teams channel. Set it to what stands in the channel's link")]
    [InlineData("Channel", "19:a@thread.tacv2;messageid=1", "Escalation:Channel is no id")]
    [InlineData("Coordinators:0", " ", "Escalation:Coordinators:0 is empty. Set an Entra object id")]
    [InlineData("Locations:0", "", "Escalation:Locations:0 must be the name of a ward or bay")]
    [InlineData("RecheckGrace", "00:00:59", "Escalation:RecheckGrace is 00:00:59. Set 00:01:00 to 01:00:00.")]
    [InlineData("LeftAlone", "01:00:01", "Escalation:LeftAlone is 01:00:01. Set 00:01:00 to 01:00:00.")]
    [InlineData("DeliveryGrace", "00:00:09", "Escalation:DeliveryGrace is 00:00:09. Set 00:00:10 to 00:10:00.")]
    [InlineData("AuditSlack", "00:00:00", "Escalation:AuditSlack is 00:00:00. Set 00:00:10 to 00:30:00.")]
    [InlineData("AlertEvery", "00:00:10", "Escalation:AlertEvery is 00:00:10. Set 00:00:30 to 00:30:00.")]
    [InlineData("SecondAfter", "00:00:01", "Escalation:SecondAfter is 00:00:01. Set 00:00:10 to 00:30:00.")]
    [InlineData("Emergency:Needs:0", "neurology+1", "Escalation:Emergency:Needs names \"neurology+1\". Write roles such as")]
    [InlineData("Urgent:Repeats", "11", "Escalation:Urgent:Repeats is 11. Set 0 to 10.")]
    [InlineData("Emergency:Repeats", "-1", "Escalation:Emergency:Repeats is -1. Set 0 to 10.")]
    [InlineData("Emergency:FinalEvery", "05:00:00", "Escalation:Emergency:FinalEvery is 05:00:00. Set 00:01:00 to 04:00:00.")]
    [InlineData("Urgent:Steps:0:Wait", "00:10:00", "Escalation:Urgent:Steps:0:To calls nobody. Set whom")]
    [InlineData("Urgent:Steps:0:To:0", "channel", "Escalation:Urgent:Steps:0:Wait is 00:00:00. Set 00:01:00 to 01:00:00.")]
    [InlineData("Emergency:Steps:0:To:0", "neurology+x", "Escalation:Emergency:Steps:0:To names \"neurology+x\". Write \"channel\"")]
    [InlineData("Emergency:Steps:0:To:0", "neurology+12", "Escalation:Emergency:Steps:0:To names \"neurology+12\"")]
    [InlineData("Emergency:Steps:0:To:0", "", "Escalation:Emergency:Steps:0:To names \"\"")]
    public void A_wrong_setting_names_its_key_and_the_fix(string key, string value, string complaint) =>
        Assert.Contains(Complaints(Read((key, value))), each => each.StartsWith(complaint, StringComparison.Ordinal));

    [Fact]
    public void A_place_that_is_there_twice_is_refused() =>
        Assert.Equal("Escalation:Locations:1 is there twice. Remove one.",
            Assert.Single(Complaints(Read(("Locations:0", "Ward 3"), ("Locations:1", "ward 3")))));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Assert.Equal(2, Complaints(Read(("LeftAlone", "00:00:00"), ("AuditSlack", "00:00:00"))).Count);

    [Theory]
    [InlineData("00:01:00")]
    [InlineData("01:00:00")]
    public void The_limits_themselves_are_allowed(string wait) => Assert.Empty(Complaints(Read(
        ("Urgent:Steps:0:To:0", "channel"), ("Urgent:Steps:0:To:1", "Duty-doctor + 1"), ("Urgent:Steps:0:Wait", wait), ("Channel", "19:abc_1@thread.tacv2"))));

    [Fact]
    public void A_ladder_is_read_as_it_is_written()
    {
        var options = Read(("Urgent:Steps:0:To:0", "Channel"), ("Urgent:Steps:0:To:1", "neurology+1"), ("Urgent:Steps:0:Wait", "00:05:00"),
            ("Urgent:Repeats", "3"));
        var ladder = options.Urgent.Or(LadderDefaults.Urgent);
        Assert.Equal([new LadderTarget.Channel(), new LadderTarget.Role("neurology", 1)], Assert.Single(ladder.Steps).Targets);
        Assert.Equal((TimeSpan.FromMinutes(5), 3), (ladder.Steps[0].Wait, ladder.Repeats));
        Assert.Equal(LadderDefaults.Emergency, options.Emergency.Or(LadderDefaults.Emergency));
    }
}
