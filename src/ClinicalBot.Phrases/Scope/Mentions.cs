using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Phrases.Words;

namespace ClinicalBot.Phrases.Scope;

/// <summary>One thing a clause speaks of.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="First">Index of its head, the quality or act, in the clause.</param>
/// <param name="Last">Index of its last word.</param>
internal sealed record Mention(Meaning Meaning, int First, int Last);

/// <summary>Composes the mentions of a clause: qualities and acts with their subjects, then what stands alone.</summary>
internal static class Mentions
{
    /// <summary>The mentions, in the order of the table of meanings.</summary>
    public static IReadOnlyList<Mention> Of(IReadOnlyList<Lexeme> lexemes, string? topic)
    {
        var mentions = new List<Mention>();
        var elements = Enumerable.Range(0, lexemes.Count).Where(i => Clause.IsElement(lexemes[i])).ToList();
        var used = new HashSet<int>();
        var graded = lexemes.Any(l => l.Form == "grade");
        foreach (var primary in elements.Where(i => lexemes[i].Kind is TermKind.Quality or TermKind.Act).OrderBy(i => lexemes[i].Kind == TermKind.Act))
        {
            if (lexemes[primary].Kind == TermKind.Act && used.Contains(primary) || elements.Exists(i => lexemes[i].Kind == TermKind.Act
                && Meanings.Composes(lexemes[i], lexemes[primary])))
            {
                // "SLR: heel off the bed": the act is said of the raise.
                continue;
            }

            var partners = elements.Where(i => i != primary && Meanings.Composes(lexemes[primary], lexemes[i])).ToList();
            var places = elements.Where(i => i != primary && lexemes[i].Kind == TermKind.Subject && lexemes[i].Form != "reflex"
                && !(graded && lexemes[i].Form == "mrc") && !(lexemes[primary].Id == "within" && lexemes[i].Id is "saddle" or "saddleish")
                && !partners.Contains(i)).ToList();
            if (partners.FindIndex(i => lexemes[i].Kind == TermKind.Subject) is var found and >= 0 && partners[found] is var place)
            {
                // "saddle sensation intact to pinprick": the place is meant, not the sensation of the leg.
                partners.RemoveAll(i => lexemes[i].Kind == TermKind.Quality && Meanings.Composes(lexemes[i], lexemes[place]));
            }

            used.UnionWith(partners);
            if (partners.Count > 0 && Meanings.ComposesAny(lexemes[primary]) && !graded)
            {
                // "numb from the hip to the toes": the hip is where it is numb, no muscle group.
                used.UnionWith(places);
            }

            foreach (var partner in partners)
            {
                Add(Meanings.Of(lexemes[primary], lexemes[partner]), primary, partner);
            }

            if (places.Count > 0 && partners.Count == 0 && Meanings.ComposesAny(lexemes[primary]))
            {
                used.UnionWith(places);
                Add(Meanings.OfAnyPlace(lexemes[primary]), primary, places[^1]);
                used.Add(primary);
            }
        }

        foreach (var primary in elements.Where(i => lexemes[i].Kind is TermKind.Quality or TermKind.Act))
        {
            var composed = elements.Exists(i => i != primary && Meanings.Composes(lexemes[primary], lexemes[i]));
            var taken = elements.Exists(i => i != primary && Meanings.Composes(lexemes[i], lexemes[primary]));
            if (!composed && !taken && !(used.Contains(primary)))
            {
                Add(Meanings.OfAlone(lexemes[primary]), primary, primary);
            }
        }

        foreach (var subject in elements.Where(i => lexemes[i].Kind == TermKind.Subject && !used.Contains(i)))
        {
            Add(Meanings.OfAlone(lexemes[subject]), subject, subject);
        }

        if (elements.Count == 0 && topic is null && lexemes.Any(l => l.Form == "changing"))
        {
            // "deteriorating": of what is not said.
            mentions.AddRange(Meanings.OfAlone(lexemes.First(l => l.Form == "changing") with { Kind = TermKind.Quality, Id = "newweak" })
                .Select(m => new Mention(m, -1, lexemes.Count)));
        }
        else if (elements.TrueForAll(i => lexemes[i].Id is "pain" && topic == "motor" && lexemes.Any(l => l is { Kind: TermKind.Cue, Id: "unable" or "hard" }))
            && Answers(lexemes, topic))
        {
            mentions.AddRange(Alone(topic, lexemes.Count));
        }

        return mentions;

        void Add(IEnumerable<Meaning> meanings, int one, int other)
        {
            mentions.AddRange(meanings.Where(m => m.Paths.Count > 0 && m.HoldsAt(topic)).Select(m => new Mention(m, one, Math.Max(one, other))));
        }
    }

    /// <summary>Whether a clause that names nothing can be an answer to the question: a value or an ability, or at the red flags that something has
    /// not changed.</summary>
    private static bool Answers(IReadOnlyList<Lexeme> lexemes, string? topic) => !lexemes.Any(l => l.Kind is TermKind.Event or TermKind.Complaint
            or TermKind.Outside or TermKind.Vital)
        && (lexemes.Any(l => l.Form == "grade") || topic switch
    {
        "motor" => lexemes.Any(l => l is { Kind: TermKind.Value, Id: not ("resolved" or "gone" or "back") }
            or { Kind: TermKind.Cue, Id: "able" or "unable" or "hard" }),
        "sensation" => lexemes.Any(l => l is { Kind: TermKind.Value, Id: "resolved" or "gone" or "back" }
            or { Kind: TermKind.Modifier, Id: "partial" or "unchanged" }),
        "redFlags" => lexemes.Any(l => l is { Kind: TermKind.Modifier, Id: "unchanged" or "noNew" or "noLonger" or "partial" }),
        _ => false,
    });

    /// <summary>"normal" and "5/5" at the question about power speak of all that was asked.</summary>
    private static IEnumerable<Mention> Alone(string? topic, int count) =>
        Meanings.OfAlone(new Lexeme(TermKind.Quality, "answer", "mrc", 0, 0)).Where(m => m.HoldsAt(topic)).Select(m => new Mention(m, -1, count));
}
