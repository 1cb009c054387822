using System.Text.Json;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Triage;

/// <summary>One finding as the triage handles it, whatever its type.</summary>
/// <param name="path">camelCase path as in the API.</param>
/// <param name="topic">The step that asks for it.</param>
internal abstract class TriageFinding(string path, Topic topic)
{
    /// <summary>camelCase path as in the API, e.g. "motor.toes".</summary>
    public string Path { get; } = path;

    /// <summary>The step that asks for it.</summary>
    public Topic Topic { get; } = topic;

    /// <summary>True for the four red flags.</summary>
    public bool IsRedFlag => Topic == Topic.RedFlags;

    /// <summary>The values a person may choose, as the API writes them.</summary>
    public abstract IReadOnlyList<string> Values { get; }

    /// <summary>The one value that reassures, as the API writes it.</summary>
    public abstract string Reassuring { get; }

    /// <summary>What the answers hold, as the API writes it, e.g. "notAssessed"; null when it is not given.</summary>
    public abstract string? Known(TriageAnswers answers);

    /// <summary>True when the answers hold an adverse value.</summary>
    public abstract bool IsAdverse(TriageAnswers answers);

    /// <summary>True when the reading says something of this finding.</summary>
    public abstract bool IsHeard(Reading reading);

    /// <summary>True when the reading says that it is unknown or not assessed.</summary>
    public abstract bool IsHeardUnknown(Reading reading);

    /// <summary>Takes over what the reading says.</summary>
    public abstract TriageAnswers Take(TriageAnswers answers, Reading reading);

    /// <summary>True when the answers hold an adverse value and the reading a better one.</summary>
    public abstract bool Softens(TriageAnswers answers, Reading reading);

    /// <summary>Applies a yes, a no or a "not sure" to this finding's own question. "Not sure" never takes an adverse value back.</summary>
    public abstract TriageAnswers Confirm(TriageAnswers answers, YesNo answer);

    /// <summary>The value a yes, a no or a "not sure" to its question stands for, as the API writes it.</summary>
    public abstract string ValueOf(YesNo answer);

    /// <summary>Forgets the answer.</summary>
    public abstract TriageAnswers Forget(TriageAnswers answers);

    /// <summary>Adds a value as a card submits it, e.g. "weak"; null when it is none of this finding's.</summary>
    public abstract Reading? Say(Reading reading, string value);
}

/// <summary>A finding of one type.</summary>
/// <param name="path">camelCase path as in the API.</param>
/// <param name="topic">The step that asks for it.</param>
/// <param name="value">Where a reading says it and the answers keep it.</param>
/// <param name="with">The same findings with another value.</param>
/// <param name="yes">What "yes" to its question means.</param>
/// <param name="no">What "no" to its question means.</param>
/// <param name="reassuring">The one value that reassures. Everything else but the default is adverse.</param>
internal sealed class TriageFinding<T>(
    string path,
    Topic topic,
    Func<Findings, T?> value,
    Func<Findings, T?, Findings> with,
    T yes,
    T no,
    T reassuring) : TriageFinding(path, topic)
    where T : struct, Enum
{
    private static readonly IReadOnlyList<(T Value, string Wire)> Named =
        [.. Enum.GetValues<T>().Select(each => (each, JsonNamingPolicy.CamelCase.ConvertName(each.ToString())))];

    public override IReadOnlyList<string> Values { get; } = [.. Named.Select(each => each.Wire)];

    public override string Reassuring { get; } = Named.First(each => each.Value.Equals(reassuring)).Wire;

    public override string? Known(TriageAnswers answers) =>
        value(answers) is { } known ? Named.First(each => each.Value.Equals(known)).Wire : null;

    public override bool IsAdverse(TriageAnswers answers) => value(answers) is { } known && Adverse(known);

    public override bool IsHeard(Reading reading) => value(reading) is not null;

    public override bool IsHeardUnknown(Reading reading) => value(reading) is { } said && said.Equals(default(T));

    public override TriageAnswers Take(TriageAnswers answers, Reading reading) => value(reading) is { } said ? With(answers, said) : answers;

    public override bool Softens(TriageAnswers answers, Reading reading) =>
        IsAdverse(answers) && value(reading) is { } said && !Adverse(said);

    public override TriageAnswers Confirm(TriageAnswers answers, YesNo answer) => answer switch
    {
        YesNo.Yes => With(answers, yes),
        YesNo.No => With(answers, no),
        _ => IsAdverse(answers) ? answers : With(answers, default(T)),
    };

    public override string ValueOf(YesNo answer) =>
        Named.First(each => each.Value.Equals(answer switch { YesNo.Yes => yes, YesNo.No => no, _ => default(T) })).Wire;

    public override TriageAnswers Forget(TriageAnswers answers) => With(answers, null);

    public override Reading? Say(Reading reading, string value)
    {
        foreach (var (each, wire) in Named)
        {
            if (wire == value)
            {
                return (Reading)with(reading, each);
            }
        }

        return null;
    }

    private TriageAnswers With(TriageAnswers answers, T? known) => (TriageAnswers)with(answers, known);

    private bool Adverse(T known) => !known.Equals(default(T)) && !known.Equals(reassuring);
}
