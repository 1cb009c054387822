using ClinicalBot.Conversations.Contacts;
using ClinicalBot.Conversations.Rota;
using ClinicalBot.Conversations.Site;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Doctor;

/// <summary>The two weeks ahead, as the daily preflight looks at them. Whom the bot has not met is the finding of another check.</summary>
internal sealed class PreflightCheckup(Preflight preflight, ContactDirectory contacts, IOptions<EscalationOptions> options)
{
    private const string Check = "preflight";

    /// <summary>What is wrong, or one finding that nothing is. Nothing at all without contacts.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(DateTimeOffset now)
    {
        if (contacts.LastRead is not ContactsFile.Good)
        {
            return [];
        }

        // That there is no channel is the finding of another check.
        IReadOnlyList<Finding> findings = [.. (await preflight.FindAsync(options.Value.HomeTenant, hasChannel: true, now)).Select(Of)];
        return findings.Count > 0 ? findings : [Finding.Fine(Check, "every role is covered for two weeks")];
    }

    private static Finding Of(PreflightFinding found) => found.Kind switch
    {
        PreflightKind.Gap => Finding.Wrong(Check, found.Text, $"Put a shift there, or name a fallback for {found.Role} in the contacts file."),
        PreflightKind.OnlyFallback => Finding.Note(Check, found.Text, "Put a shift there."),
        PreflightKind.StaleCalendar => Finding.Wrong(Check, found.Text, "Correct its address or file in the contacts file; what was read before stays in use."),
        PreflightKind.LadderEnds => Finding.Wrong(Check, found.Text,
            "Name a fallback for a role of its last step, or choose an escalation channel and have that step call it."),
        _ => Finding.Note(Check, found.Text, "Write it with its area code, or set Paging:Region to the site's country."),
    };
}
