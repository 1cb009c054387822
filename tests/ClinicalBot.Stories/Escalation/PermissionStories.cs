using ClinicalBot.Records.Audit;
using ClinicalBot.Storage;

namespace ClinicalBot.Stories.Escalation;

/// <summary>Who may do what not everybody may, by the settings of the site; who was refused stands in the record.</summary>
public sealed class PermissionStories
{
    [Fact]
    public async Task Without_settings_only_coordinators_may_and_each_refusal_is_recorded_without_a_patient()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Coordinators:0", "aad-boss"));
        await night.EmergencyAsync();
        var reference = night.Reference;
        (await night.Nurse.Says("drill")).ShouldSay("Only people the site names may begin a drill.");
        (await night.Noor.Says("report")).ShouldSay("Only people the site names can ask for the report.");
        (await night.Drew.Says($"void {reference}")).ShouldSay("Only who asked for this case, or a person the site names, can void it.");
        Assert.Equal(
            ["refused Drill, by aad-nurse", "refused ReadAudit, by aad-noor", $"refused Void case {reference}, by aad-drew"],
            await RecordedAsync(night));
        Assert.Equal(0, (await AuditAsync(night, "verify")).Code);

        (await night.Ward.Person("boss").Says("report")).ShouldSay("Fri 23 Oct to Sun 22 Nov");
        Assert.Equal(3, (await RecordedAsync(night)).Count);
    }

    [Fact]
    public async Task A_role_of_the_contacts_file_or_a_person_has_a_permission_once_the_settings_name_them()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Coordinators:0", "aad-boss"), ("Permissions:Drill:0", "aad-trainer"),
            ("Permissions:ReadAudit:0", "coordinators"), ("Permissions:ReadAudit:1", "neurology"), ("Permissions:Void:0", "nobody"));
        var boss = night.Ward.Person("boss");
        (await night.Noor.Says("report")).ShouldSay("Fri 23 Oct to Sun 22 Nov");
        (await boss.Says("report")).ShouldSay("Fri 23 Oct to Sun 22 Nov");
        (await night.Erin.Says("report")).ShouldSay("Only people the site names can ask for the report.");
        (await boss.Says("drill")).ShouldSay("Only people the site names may begin a drill.");
        (await night.Ward.Person("trainer").Says("drill")).ShouldSay("has begun");
        await night.EmergencyAsync();
        var reference = night.Reference;
        (await boss.Says($"void {reference}")).ShouldSay("Only who asked for this case, or a person the site names, can void it.");
        (await night.Nurse.Says($"void {reference}")).ShouldSay("Void: wrong patient.");
    }

    [Fact]
    public async Task Who_may_swap_for_others_is_asked_and_agrees_for_an_absent_person_and_a_stranger_is_refused()
    {
        await using var night = await Night.FallsAsync(null, ("Permissions:Swap:0", "neurology"));
        await night.Drew.Says("swap tonight 20:00-08:00 with erin");
        await night.Ward.SettleAsync();
        night.Noor.Latest.ShouldSay("Dr. Drew");
        (await night.Nurse.Taps(night.Noor.Latest, "Take it")).ShouldSay("That request is over, or you were not asked.");
        Assert.Equal(["refused Swap, by aad-nurse"], await RecordedAsync(night));
        (await night.Noor.Taps(night.Noor.Latest, "Take it")).ShouldSay("Dr. Erin takes Proceduralist");
    }

    [Fact]
    public async Task Nobody_is_no_person_who_is_asked_to_swap_for_others()
    {
        await using var night = await Night.FallsAsync(null, ("Escalation:Coordinators:0", "aad-boss"), ("Permissions:Swap:0", "nobody"));
        await night.Drew.Says("swap tonight 20:00-08:00 with erin");
        await night.Ward.SettleAsync();
        Assert.DoesNotContain(night.Ward.Channel.Arrivals, arrival => arrival.Conversation.Contains("nobody", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> RecordedAsync(Night night) =>
        [.. (await AuditAsync(night, "administration")).Said.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line[line.IndexOf("refused", StringComparison.Ordinal)..].Trim())];

    private static async Task<(int Code, string Said)> AuditAsync(Night night, string what)
    {
        await using var output = new StringWriter();
        return (await AuditCommand.RunAsync([what], new StorageOptions { Path = night.Ward.Database }, output), output.ToString());
    }
}
