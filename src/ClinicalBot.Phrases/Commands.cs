namespace ClinicalBot.Phrases;

/// <summary>What a whole message can ask the bot to do. Nothing here is found inside a longer message.</summary>
internal static class Commands
{
    private static readonly Dictionary<string, Command> Words = Table(
        (Command.Triage, "triage|start triage|new triage|begin triage|triage please|start|begin|start a triage|new case|new patient|triage again|numb leg triage|triage now|assess|new assessment|start assessment|do a triage|traige|tirage|triag|traiage|triague|trage|triange|triaje"),
        (Command.Back, "back|go back|previous|previous step|step back|one step back|previous question|last question|go back one|bakc|bcak|back please"),
        (Command.Cancel, "cancel|stop|quit|exit|abort|end|cancel triage|stop triage|cancel this|never mind|nevermind|forget it|cancle|cancell|cansel|canel|cnacel|cancl|close|cancel please"),
        (Command.Restart, "restart|start over|start again|begin again|begin anew|reset|from beginning|from the beginning|redo|restart triage|re start|restrat|resart|restar|restat|start from scratch|restart please"),
        (Command.Help, "help|help me|what can you do|what can i do|what can i say|commands|menu|how does this work|how do i use this|options|info|instructions|hlep|hepl|helpp|halp|help please|what do you do"),
        (Command.Why, "why|why ask|why do you ask|why is this asked|why this|why this question|whats this for|what is this for|reason|source|why are you asking|why do you need this|basis|but why|whu|wyh|why do you ask this|explain"),
        (Command.TakeBack, "thats wrong|that is wrong|thats not right|that is not right|mistake|not what i meant|take it back|take that back|false alarm"),
        (Command.Continue, "continue|continue exam|continue the exam|go on|carry on"),
        (Command.WrongPatient, "wrong patient|wrong pt|not this patient|wrong case|thats wrong patient|thats the wrong patient|its wrong patient|this is the wrong patient|not my patient|different patient|wrong person|wrong patinet|wrong pateint|wrong patietn|wrong patiant|worng patient"));

    private static readonly Dictionary<string, Topic> Steps = TopicTable(
        (Topic.Time, "time|block time|injection time|time of block|time of injection|the time|when"),
        (Topic.Motor, "motor|slr|strength|motor exam|straight leg raise|power|weakness|mtor|moter"),
        (Topic.Sensation, "sensation|numbness|sensory|reflexes|distribution|radicular|sensory exam|reflex|sensaton|sensatoin"),
        (Topic.RedFlags, "red flags|redflags|flags|red flag|saddle bladder|red falgs"),
        (Topic.Context, "context|circumstances|block details|anticoagulation|drugs|agent|contxt|contex"));

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

    /// <summary>The command, skip or plain answer the whole message is; null when it is something else.</summary>
    public static Reading? Read(string normalized, Topic? topic)
    {
        // "none?!" and "ok?)" ask as well.
        var isQuestion = normalized.Contains('?', StringComparison.Ordinal);
        var text = Plain(normalized);
        if (Words.TryGetValue(text, out var command))
        {
            return new Reading { Command = command };
        }

        if (ReadChange(text, topic) is { } step)
        {
            return new Reading { Command = Command.Change, ChangeTopic = step };
        }

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

    /// <summary>"change motor" anywhere, a bare step name only at the review.</summary>
    private static Topic? ReadChange(string text, Topic? topic)
    {
        if (topic == Topic.Review && Steps.TryGetValue(text, out var bare))
        {
            return bare;
        }

        foreach (var verb in new[] { "change the ", "change ", "edit the ", "edit ", "correct the ", "correct ", "redo the ", "redo ", "fix the ", "fix ", "amend ", "go to ", "back to " })
        {
            if (text.StartsWith(verb, StringComparison.Ordinal) && Steps.TryGetValue(text[verb.Length..], out var step))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>Without punctuation at the ends and with single spaces.</summary>
    private static string Plain(string normalized) =>
        string.Join(' ', normalized.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.', '!', '?', ',', ';', ':', '"', '\u201c', '\u201d', '/').Replace("/", " / ", StringComparison.Ordinal);

    private static Dictionary<string, Command> Table(params (Command Command, string Phrases)[] rows) =>
        rows.SelectMany(r => r.Phrases.Split('|').Select(p => (p, r.Command))).DistinctBy(r => r.p).ToDictionary(r => r.p, r => r.Command, StringComparer.Ordinal);

    private static Dictionary<string, Topic> TopicTable(params (Topic Topic, string Phrases)[] rows) =>
        rows.SelectMany(r => r.Phrases.Split('|').Select(p => (p, r.Topic))).ToDictionary(r => r.p, r => r.Topic, StringComparer.Ordinal);
}
