namespace ClinicalBot.Conversations.Cards;

/// <summary>What buttons ask for. Cards already sent carry these words: never rename one.</summary>
internal static class Verbs
{
    /// <summary>Start a triage.</summary>
    public const string Start = "triage/start";

    /// <summary>Open the triage in a dialog that only the person pressing sees.</summary>
    public const string Form = "triage/form";

    /// <summary>The inputs of the card answer its step.</summary>
    public const string Answer = "triage/answer";

    /// <summary>The button's own typed values answer.</summary>
    public const string Set = "triage/set";

    /// <summary>One finding of the card's step gets this value; the question stays open.</summary>
    public const string Pick = "triage/pick";

    /// <summary>The step the button names is answered anew.</summary>
    public const string Change = "triage/change";

    /// <summary>The triage ends without a decision.</summary>
    public const string Cancel = "triage/cancel";

    /// <summary>One step back.</summary>
    public const string Back = "triage/back";

    /// <summary>After an emergency answer: go on with the exam.</summary>
    public const string Continue = "triage/continue";

    /// <summary>After an emergency answer: the red flag was misread.</summary>
    public const string TakeBack = "triage/takeBack";

    /// <summary>Show what can be typed.</summary>
    public const string Help = "help";

    /// <summary>I am coming.</summary>
    public const string Acknowledge = "case/ack";

    /// <summary>I was called and cannot come.</summary>
    public const string Decline = "case/decline";

    /// <summary>I am coming instead.</summary>
    public const string TakeOver = "case/takeOver";

    /// <summary>I am there.</summary>
    public const string AtBedside = "case/bedside";

    /// <summary>I no longer have it.</summary>
    public const string HandBack = "case/handBack";

    /// <summary>It is over; without an outcome the outcomes are offered.</summary>
    public const string Close = "case/close";

    /// <summary>Show a case.</summary>
    public const string ShowCase = "case/show";

    /// <summary>Examine again.</summary>
    public const string Reassess = "case/reassess";

    /// <summary>Send as a message what opens in place on other hosts: why, the other steps, or the whole exam.</summary>
    public const string Details = "case/details";

    /// <summary>The card's choice is where the patient is.</summary>
    public const string Locate = "case/locate";

    /// <summary>After an emergency answer: it is about this open case.</summary>
    public const string About = "case/about";

    /// <summary>The case was about another patient; asked once more before it counts.</summary>
    public const string Void = "case/void";

    /// <summary>Call the next step at once.</summary>
    public const string EscalateNow = "case/escalate";

    /// <summary>Another role has to come too.</summary>
    public const string CallRole = "case/callRole";

    /// <summary>Something was done for the patient.</summary>
    public const string Milestone = "case/milestone";

    /// <summary>Whether the advice was followed.</summary>
    public const string Feedback = "case/feedback";

    /// <summary>Takes the shift that was asked for.</summary>
    public const string RotaAccept = "rota/accept";

    /// <summary>Does not take the shift that was asked for.</summary>
    public const string RotaDecline = "rota/decline";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>([Start, Form, Answer, Set, Pick, Change, Cancel, Back, Continue, TakeBack, Help,
        Acknowledge, Decline, TakeOver, AtBedside, HandBack, Close, ShowCase, Reassess, Details, Locate, About, Void, EscalateNow, CallRole,
            Milestone, Feedback, RotaAccept, RotaDecline]);
}
