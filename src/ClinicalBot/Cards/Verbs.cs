namespace ClinicalBot.Cards;

/// <summary>What buttons ask for. Cards already sent carry these words: never rename one.</summary>
internal static class Verbs
{
    /// <summary>Start a triage.</summary>
    public const string Start = "triage/start";

    /// <summary>The inputs of the card answer its step.</summary>
    public const string Answer = "triage/answer";

    /// <summary>The button's own text answers, as if it were typed.</summary>
    public const string Say = "triage/say";

    /// <summary>One step back.</summary>
    public const string Back = "triage/back";

    /// <summary>After an emergency answer: go on with the exam.</summary>
    public const string Continue = "triage/continue";

    /// <summary>After an emergency answer: the red flag was misread.</summary>
    public const string TakeBack = "triage/takeBack";

    /// <summary>Show what can be typed.</summary>
    public const string Help = "help";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>([Start, Answer, Say, Back, Continue, TakeBack, Help]);
}
