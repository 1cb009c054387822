using ClinicalBot.Conversations.Cards;
using ClinicalBot.Conversations.Texts;

namespace ClinicalBot.Conversations.Contacts;

/// <summary>A person or role to call.</summary>
/// <param name="Role">The role in words.</param>
/// <param name="Name">Who holds it now; null when no holder is known.</param>
/// <param name="Phone">As a person dials it; null for none.</param>
/// <param name="Upn">For a call in Teams; null when not known.</param>
internal sealed record PhoneEntry(string Role, string? Name, string? Phone, string? Upn)
{
    private const char NoBreakSpace = '\u00A0';

    private string Line => Name is null ? Role : $"{Role}, {Say.Briefly(Name)}";

    /// <summary>Rows of a card.</summary>
    public static IReadOnlyList<ContactRow> Rows(IReadOnlyList<PhoneEntry> entries) =>
        [.. entries.Select((entry, at) => new ContactRow($"phone{at + 1}", entry.Line, OnOneLine(entry.Phone), entry.Calls()))];

    /// <summary>A number whose spaces do not break; words where there is none.</summary>
    public static string OnOneLine(string? phone) => phone?.Replace(' ', NoBreakSpace) ?? Text.NoNumber;

    /// <summary>
    /// The link with which Teams calls a person. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-workflow
    /// </summary>
    private IReadOnlyList<LinkButton> Calls() => Upn is { } upn && upn.Contains('@', StringComparison.Ordinal)
        ? [new LinkButton(Text.CallInTeams, "https://teams.microsoft.com/l/call/0/0?users=" + Uri.EscapeDataString(upn))]
        : [];
}
