using System.Globalization;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Reference;

/// <summary>An entry of the quick reference that was found.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="References">Reference numbers its statements carry in the source document, which has no list of them.</param>
internal sealed record ReferenceHit(ReferenceEntry Entry, IReadOnlyList<int> References)
{
    /// <summary>The entry in the language spoken now. It is searched in English.</summary>
    public ReferenceEntry Shown => Catalog.Translate(Entry, CultureInfo.CurrentUICulture);
}
