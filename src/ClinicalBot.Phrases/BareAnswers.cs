namespace ClinicalBot.Phrases;

/// <summary>Plain answers that are a whole message: yes, no, none, skip, not sure. Nothing here is found inside a longer message.</summary>
internal static class BareAnswers
{
    /// <summary>Said without listening, too: enough to confirm a summary or a time, not to take an adverse finding back.</summary>
    private static readonly HashSet<string> Assents = ["right", "ok", "okay", "sure", "go", "go ahead", "submit", "done", "looks good", "looks right"];

    private static readonly HashSet<string> Affirmations =
        ["yes", "y", "yep", "yeah", "yup", "yes please", "correct", "confirm", "confirmed", "thats right", "that is right", "thats correct", "that is correct", "yes correct", "yes confirm", "all correct", "yess", "yea", "aye", "affirmative", "yes thats right", "yes it is", "yes thats correct", "\U0001F44D", "\u2705"];

    private static readonly HashSet<string> Refusals =
        ["no", "n", "nope", "nah", "not correct", "incorrect", "wrong", "no thats wrong", "negative", "not right", "no it isnt", "no thanks", "\U0001F44E", "\u274C"];

    private static readonly HashSet<string> Doubtings =
        ["not sure", "unsure", "no idea", "dont know", "i dont know", "unknown", "idk", "dunno", "skip", "pass", "not certain", "im not sure", "not known", "cant say", "cant tell", "maybe", "possibly", "n / a", "na", "no clue", "uncertain", "skip this", "skip it", "next", "?", "??", "???", "unkown", "unknwon", "unknow", "not tested", "not assessed", "not done", "not examined", "not checked", "untested", "nt"];

    private static readonly HashSet<string> ContextSkips =
        ["skip", "none", "nothing", "nothing else", "nothing more", "no", "nope", "nil", "n / a", "na", "nothing to add", "no more", "thats all", "that is all", "done", "pass", "next", "none of these", "not relevant", "leave it", "continue", "skip this", "skip it", "nothing relevant", "no details", "nothing special", "dont know", "unknown", "not sure", "no idea", "idk", "?", "skp", "skipp", "sikp"];

    private static readonly HashSet<string> Denials =
        ["none", "none of these", "none of those", "none of them", "none of the above", "none of the four", "none of these four", "no to all", "no to all four", "no to all of them", "no to all of these", "all no", "all negative", "all four negative", "all four no", "no red flags", "no flags", "negative for all", "denies all", "denies all four", "denies all of these", "denies all of them", "denies them all", "no to everything", "not any of these", "not any of them", "none at all", "none present", "none of these present", "no to each", "none thanks", "none thank you", "has none", "none today", "no none", "none none", "nil", "nothing", "nothing to report", "nil to report"];

    /// <summary>The skip or plain answer the whole message is; null when it is something else.</summary>
    public static Reading? Read(string normalized, Topic? topic)
    {
        // "none?!" and "ok?)" ask as well.
        var isQuestion = normalized.Contains('?', StringComparison.Ordinal);
        var text = Plain(normalized);
        if (topic == Topic.Context && ContextSkips.Contains(text))
        {
            return new Reading { ContextSkipped = true, Confirmation = text is "no" or "nope" ? Rules.YesNo.No : null };
        }

        if (Doubtings.Contains(text) || text.Length == 0 && isQuestion)
        {
            return topic is null ? new Reading { Confirmation = Rules.YesNo.Unknown } : UnknownReading.For(topic.Value);
        }

        if (Assents.Contains(text))
        {
            // Without a topic a single finding is in doubt: an "ok" takes nothing back. "ok?" asks, and says nothing of any finding.
            return topic is null || isQuestion ? Reading.Nothing : new Reading { Confirmation = Rules.YesNo.Yes };
        }

        if (isQuestion)
        {
            return null;
        }

        if (topic == Topic.RedFlags && Denials.Contains(text))
        {
            return new Reading
            {
                ProgressiveMotorWeakness = Rules.YesNo.No,
                SaddleAnesthesia = Rules.YesNo.No,
                BowelBladderDysfunction = Rules.YesNo.No,
                BilateralSymptoms = Rules.YesNo.No,
            };
        }

        return Affirmations.Contains(text) ? new Reading { Confirmation = Rules.YesNo.Yes }
            : Refusals.Contains(text) ? new Reading { Confirmation = Rules.YesNo.No }
            : null;
    }

    /// <summary>Without punctuation at the ends and with single spaces.</summary>
    private static string Plain(string normalized) =>
        string.Join(' ', normalized.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.', '!', '?', ',', ';', ':', '"', '\u201c', '\u201d', '/').Replace("/", " / ", StringComparison.Ordinal);
}
