namespace ClinicalBot.Phrases;

/// <summary>One finding: its path, its values and which of them are good and bad news, where it is asked, and where it is kept.</summary>
/// <param name="path">camelCase path as in the API.</param>
/// <param name="topic">The step that asks for it.</param>
/// <param name="parts">What it is made of, where all parts must be well for the whole to be.</param>
public abstract class Finding(string path, Topic topic, IReadOnlyList<string> parts)
{
    /// <summary>camelCase path as in the API, e.g. "motor.toes".</summary>
    public string Path { get; } = path;

    /// <summary>The step that asks for it.</summary>
    public Topic Topic { get; } = topic;

    /// <summary>What it is made of, e.g. "bowel" and "bladder"; empty for a finding that is one thing.</summary>
    public IReadOnlyList<string> Parts { get; } = parts;

    /// <summary>True for the four red flags.</summary>
    public bool IsRedFlag => Topic == Topic.RedFlags;

    /// <summary>The values a person may choose, as the API writes them.</summary>
    public abstract IReadOnlyList<string> Values { get; }

    /// <summary>The one value that reassures, as the API writes it.</summary>
    public abstract string Reassuring { get; }

    /// <summary>What the findings hold, as the API writes it, e.g. "notAssessed"; null when it is not given.</summary>
    public abstract string? Known(Findings findings);

    /// <summary>True when the findings hold an adverse value.</summary>
    public abstract bool IsAdverse(Findings findings);

    /// <summary>True when the findings hold the value that reassures.</summary>
    public abstract bool IsReassuring(Findings findings);

    /// <summary>True when the findings say something of this one.</summary>
    public bool IsHeard(Findings findings) => Known(findings) is not null;

    /// <summary>True when the findings say that it is unknown or not assessed.</summary>
    public abstract bool IsHeardUnknown(Findings findings);

    /// <summary>Takes over what a reading says.</summary>
    public abstract TFindings Take<TFindings>(TFindings findings, Findings reading)
        where TFindings : Findings;

    /// <summary>True when the findings hold an adverse value and the reading a better one.</summary>
    public abstract bool Softens(Findings findings, Findings reading);

    /// <summary>Applies a yes, a no or a "not sure" to this finding's own question. "Not sure" never takes an adverse value back.</summary>
    public abstract TFindings Confirm<TFindings>(TFindings findings, Rules.YesNo answer)
        where TFindings : Findings;

    /// <summary>The value a yes, a no or a "not sure" to its question stands for, as the API writes it.</summary>
    public abstract string ValueOf(Rules.YesNo answer);

    /// <summary>Forgets the answer.</summary>
    public abstract TFindings Forget<TFindings>(TFindings findings)
        where TFindings : Findings;

    /// <summary>Adds a value as a card submits it, e.g. "weak"; null when it is none of this finding's.</summary>
    public abstract TFindings? Say<TFindings>(TFindings findings, string value)
        where TFindings : Findings;

    /// <summary>Puts what is made of a message's words into a reading.</summary>
    internal abstract Reading Set(Reading reading, Scope.Outcome outcome);
}
