using System.Text.Json;

namespace ClinicalBot.Phrases;

/// <summary>A finding of one type. The type's default is "unknown" or "not assessed".</summary>
/// <param name="path">camelCase path as in the API.</param>
/// <param name="topic">The step that asks for it.</param>
/// <param name="get">Where findings hold it.</param>
/// <param name="with">The same findings with another value.</param>
/// <param name="reassuring">The one value that reassures. Everything else but the default is adverse.</param>
/// <param name="adverse">The value that an adverse description without more detail stands for.</param>
/// <param name="yes">What "yes" to its question means: the one or the other.</param>
/// <param name="parts">What it is made of.</param>
internal sealed class Finding<T>(
    string path, Topic topic, Func<Findings, T?> get, Func<Findings, T?, Findings> with, T reassuring, T adverse, T yes, params IReadOnlyList<string> parts)
    : Finding(path, topic, parts)
    where T : struct, Enum
{
    private static readonly (T Value, string Wire)[] Named =
        [.. Enum.GetValues<T>().Select(each => (each, JsonNamingPolicy.CamelCase.ConvertName(each.ToString())))];

    private readonly T _no = Same(yes, adverse) ? reassuring : adverse;

    public override IReadOnlyList<string> Values { get; } = [.. Named.Select(each => each.Wire)];

    public override string Reassuring { get; } = Wire(reassuring);

    public override string? Known(Findings findings) => get(findings) is { } known ? Wire(known) : null;

    public override bool IsAdverse(Findings findings) => get(findings) is { } known && Adverse(known);

    public override bool IsReassuring(Findings findings) => get(findings) is { } known && Same(known, reassuring);

    public override bool IsHeardUnknown(Findings findings) => get(findings) is { } said && Same(said, default);

    public override TFindings Take<TFindings>(TFindings findings, Findings reading) => get(reading) is { } said ? With(findings, said) : findings;

    public override bool Softens(Findings findings, Findings reading) => IsAdverse(findings) && get(reading) is { } said && !Adverse(said);

    public override TFindings Confirm<TFindings>(TFindings findings, Rules.YesNo answer) =>
        answer == Rules.YesNo.Unknown && IsAdverse(findings) ? findings : With(findings, Meant(answer));

    public override string ValueOf(Rules.YesNo answer) => Wire(Meant(answer));

    public override TFindings Forget<TFindings>(TFindings findings) => With(findings, null);

    public override TFindings? Say<TFindings>(TFindings findings, string value)
        where TFindings : class
    {
        foreach (var (each, wire) in Named)
        {
            if (wire == value)
            {
                return With(findings, each);
            }
        }

        return null;
    }

    internal override Reading Set(Reading reading, Scope.Outcome outcome) => outcome switch
    {
        Scope.Outcome.Reassuring => With(reading, reassuring),
        Scope.Outcome.Adverse => With(reading, adverse),
        Scope.Outcome.Unknown => With(reading, default(T)),
        _ => reading,
    };

    private static string Wire(T value)
    {
        foreach (var (each, wire) in Named)
        {
            if (Same(each, value))
            {
                return wire;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, null);
    }

    /// <summary>Without a box for either.</summary>
    private static bool Same(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);

    private T Meant(Rules.YesNo answer) => answer switch { Rules.YesNo.Yes => yes, Rules.YesNo.No => _no, _ => default };

    private TFindings With<TFindings>(TFindings findings, T? known)
        where TFindings : Findings => (TFindings)with(findings, known);

    private bool Adverse(T known) => !Same(known, default) && !Same(known, reassuring);
}
