using ClinicalBot.Conversations.Site;
using Microsoft.Extensions.Options;

namespace ClinicalBot.Doctor;

/// <summary>Who answers at this site for what the cards say.</summary>
internal sealed class ContentCheckup(IOptions<ContentOptions> content)
{
    private const string Check = "content";

    /// <summary>A note when it is not approved, or the review is past: the bot works, and its cards say so.</summary>
    public Finding Run(DateTimeOffset now)
    {
        string[] missing =
        [
            .. new[] { ("Owner", content.Value.Owner), ("Approver", content.Value.Approver), ("Version", content.Value.Version) }
                .Where(each => string.IsNullOrWhiteSpace(each.Item2)).Select(each => each.Item1),
            .. content.Value.ReviewDate is null ? ["ReviewDate"] : Array.Empty<string>(),
        ];
        return missing.Length > 0
            ? Finding.Note(Check, "Cards say that this site has not approved them yet.",
                $"Set {string.Join(", ", missing.Select(name => $"{ContentOptions.Section}:{name}"))}.")
            : content.Value.ReviewDate < DateOnly.FromDateTime(now.UtcDateTime)
                ? Finding.Note(Check, $"The review of the content was due on {content.Value.ReviewDate:yyyy-MM-dd}.",
                    $"Review it, then set {ContentOptions.Section}:ReviewDate.")
                : Finding.Fine(Check, $"approved by {content.Value.Approver}, review {content.Value.ReviewDate:yyyy-MM-dd}");
    }
}
