namespace ClinicalBot.Rules;

/// <summary>One statement of the source document.</summary>
/// <param name="Id">"S" and the line it stands on, e.g. "S05"; "S02a" and "S02b" are the halves of line 2.</param>
/// <param name="Line">Line of the source document, from 1.</param>
/// <param name="Section">Section heading.</param>
/// <param name="Part">Heading within the section; null when it has none.</param>
/// <param name="Text">What it says, in our words.</param>
/// <param name="References">Reference numbers it carries. The source document has no list of references.</param>
public sealed record Statement(
    string Id, int Line, string Section, string? Part, string Text, IReadOnlyList<int> References);
