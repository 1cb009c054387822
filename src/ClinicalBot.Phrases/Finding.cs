using System.Text.Json;
using ClinicalBot.Phrases.Scope;
using ClinicalBot.Rules;

namespace ClinicalBot.Phrases;

/// <summary>One finding: its path, its values and which of them are good and bad news, where it is asked, and where it is kept. Values are as the API
/// writes them.</summary>
public sealed class Finding
{
    private readonly Func<Findings, string?> _get;
    private readonly Func<Findings, string?, Findings> _with;
    private readonly string _unknown;
    private readonly string _adverse;
    private readonly string _yes;

    private Finding(string path, Topic topic, IReadOnlyList<string> parts, string[] values, string reassuring, string adverse, string yes,
        Func<Findings, string?> get, Func<Findings, string?, Findings> with)
    {
        (Path, Topic, Parts, Values, Reassuring) = (path, topic, parts, values, reassuring);
        (_unknown, _adverse, _yes, _get, _with) = (values[0], adverse, yes, get, with);
    }

    /// <summary>camelCase path as in the API, e.g. "motor.toes".</summary>
    public string Path { get; }

    /// <summary>The step that asks for it.</summary>
    public Topic Topic { get; }

    /// <summary>What it is made of, where all parts must be well for the whole to be, e.g. "bowel" and "bladder"; empty for a finding that is one
    /// thing.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>True for the four red flags.</summary>
    public bool IsRedFlag => Topic == Topic.RedFlags;

    /// <summary>The values a person may choose; the first is "unknown" or "not assessed".</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The one value that reassures. Everything else but the first is adverse.</summary>
    public string Reassuring { get; }

    /// <summary>What the findings hold, e.g. "notAssessed"; null when it is not given.</summary>
    public string? Known(Findings findings) => _get(findings);

    /// <summary>True when the findings hold an adverse value.</summary>
    public bool IsAdverse(Findings findings) => Known(findings) is { } known && known != _unknown && known != Reassuring;

    /// <summary>True when the findings hold the value that reassures.</summary>
    public bool IsReassuring(Findings findings) => Known(findings) == Reassuring;

    /// <summary>True when the findings say something of this one.</summary>
    public bool IsHeard(Findings findings) => Known(findings) is not null;

    /// <summary>True when the findings say that it is unknown or not assessed.</summary>
    public bool IsHeardUnknown(Findings findings) => Known(findings) == _unknown;

    /// <summary>Takes over what a reading says.</summary>
    public TFindings Take<TFindings>(TFindings findings, Findings reading)
        where TFindings : Findings => Known(reading) is { } said ? With(findings, said) : findings;

    /// <summary>True when the findings hold an adverse value and the reading a better one.</summary>
    public bool Softens(Findings findings, Findings reading) => IsAdverse(findings) && IsHeard(reading) && !IsAdverse(reading);

    /// <summary>Applies a yes, a no or a "not sure" to this finding's own question. "Not sure" never takes an adverse value back.</summary>
    public TFindings Confirm<TFindings>(TFindings findings, YesNo answer)
        where TFindings : Findings => answer == YesNo.Unknown && IsAdverse(findings) ? findings : With(findings, ValueOf(answer));

    /// <summary>The value a yes, a no or a "not sure" to its question stands for.</summary>
    public string ValueOf(YesNo answer) =>
        answer switch { YesNo.Yes => _yes, YesNo.No => _yes == _adverse ? Reassuring : _adverse, _ => _unknown };

    /// <summary>Forgets the answer.</summary>
    public TFindings Forget<TFindings>(TFindings findings)
        where TFindings : Findings => With(findings, null);

    /// <summary>Adds a value as a card submits it, e.g. "weak"; null when it is none of this finding's.</summary>
    public TFindings? Say<TFindings>(TFindings findings, string value)
        where TFindings : Findings => Values.Contains(value) ? With(findings, value) : null;

    /// <summary>Puts what is made of a message's words into a reading.</summary>
    internal Reading Set(Reading reading, Outcome outcome) => outcome switch
    {
        Outcome.Reassuring => With(reading, Reassuring),
        Outcome.Adverse => With(reading, _adverse),
        Outcome.Unknown => With(reading, _unknown),
        _ => reading,
    };

    /// <summary>A finding of one type, whose default is "unknown" or "not assessed".</summary>
    /// <param name="path">camelCase path as in the API.</param>
    /// <param name="topic">The step that asks for it.</param>
    /// <param name="get">Where findings hold it.</param>
    /// <param name="with">The same findings with another value.</param>
    /// <param name="reassuring">The one value that reassures.</param>
    /// <param name="adverse">The value that an adverse description without more detail stands for.</param>
    /// <param name="yes">What "yes" to its question means: the one or the other.</param>
    /// <param name="parts">What it is made of.</param>
    internal static Finding Of<T>(string path, Topic topic, Func<Findings, T?> get, Func<Findings, T?, Findings> with, T reassuring, T adverse, T yes,
        params IReadOnlyList<string> parts)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        string[] names = [.. values.Select(each => JsonNamingPolicy.CamelCase.ConvertName(each.ToString()))];
        return new(path, topic, parts, names, Name(reassuring), Name(adverse), Name(yes), findings => get(findings) is { } known ? Name(known) : null,
            (findings, value) => with(findings, value is null ? null : values[Array.IndexOf(names, value)]));

        string Name(T value) => names[Array.IndexOf(values, value)];
    }

    private TFindings With<TFindings>(TFindings findings, string? value)
        where TFindings : Findings => (TFindings)_with(findings, value);
}
