using ClinicalBot.Phrases;
using CsCheck;

namespace ClinicalBot.Phrases.Tests;

/// <summary>A checklist says the same in any order, in British and American words, and beside vital signs, drugs and remarks.</summary>
public sealed class ChecklistPropertyTests
{
    private static readonly string[] Lines =
    [
        "SLR: able", "DF: 5/5", "PF: 4/5", "Toes: 5/5", "Numbness: block area only", "KJ: 2+", "AJ: absent", "Radicular pain: no", "Saddle numbness: no",
        "Bladder: normal", "Bowel: normal", "Progressive weakness: no", "Bilateral: no", "saddle sensation - intact", "foot drop: yes",
        "urinary retention: yes", "No shooting pain", "Saddle numbness", "Foot drop", "No bowel trouble",
    ];

    private static readonly string[] Asides =
    [
        "BP 132/78 HR 71 SpO2 98% RA", "T 36.6 RR 14", "Meds: ramipril, metformin, omeprazole", "HTN, T2DM, asthma", "qwxz vbnm", "NKDA",
    ];

    private static readonly (string British, string American)[] Forms =
    [
        ("no saddle anaesthesia", "no saddle anesthesia"), ("perineal paraesthesia", "perineal paresthesia"), ("faecal incontinence", "fecal incontinence"),
        ("hypoaesthesia of the foot", "hypoesthesia of the foot"), ("leg paralysed", "leg paralyzed"), ("numbness localised to block area",
            "numbness localized to block area"),
    ];

    private static readonly Gen<string[]> Checklists = Gen.Int[0, Lines.Length - 1].Array[1, 8].Select(at => at.Distinct().Select(i => Lines[i]).ToArray());

    [Fact]
    public void TheOrderOfTheLinesChangesNothing() =>
        Gen.Select(Checklists, Gen.Int[1, 7]).Sample((lines, by) => Assert.Equal(Said(string.Join('\n', lines)),
            Said(string.Join('\n', lines.Skip(by % lines.Length).Concat(lines.Take(by % lines.Length))))), iter: 500);

    [Fact]
    public void VitalsDrugsAndRemarksChangeNothing() =>
        Gen.Select(Checklists, Gen.Int[0, 7], Gen.Int[0, Asides.Length - 1]).Sample((lines, at, aside) => Assert.Equal(Said(string.Join('\n', lines)),
            Said(string.Join('\n', lines.Take(at % (lines.Length + 1)).Append(Asides[aside]).Concat(lines.Skip(at % (lines.Length + 1)))))), iter: 500);

    [Fact]
    public void BritishAndAmericanFormsSayTheSame() => Assert.All(Forms, form => Assert.Equal(Said(form.British), Said(form.American)));

    private static string Said(string text)
    {
        var reading = Sent.Read(null, text);
        var asked = reading.Doubts.Select(doubt => "?" + doubt.Finding).Order(StringComparer.Ordinal);
        return string.Join(' ', ReadingValues.Of(reading).Where(value => !value.Key.StartsWith("context", StringComparison.Ordinal))
            .Select(value => $"{value.Key}:{value.Value}").Order(StringComparer.Ordinal).Concat(asked));
    }
}
