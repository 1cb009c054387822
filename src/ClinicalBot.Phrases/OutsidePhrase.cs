using Superpower.Model;

namespace ClinicalBot.Phrases;

/// <summary>Hears the patient who writes, and local-anesthetic toxicity: neither is for this tool.</summary>
internal static class OutsidePhrase
{
    private static readonly HashSet<string> BodyParts =
    [
        "leg", "legs", "foot", "feet", "toe", "toes", "knee", "knees", "ankle", "ankles", "heel", "heels", "thigh", "thighs", "calf", "hip", "hips", "back", "bladder",
        "bowel", "bowels", "groin", "saddle", "genitals", "bum", "bottom", "buttock", "buttocks", "limb", "limbs", "numbness", "weakness", "shin", "skin", "penis", "vagina", "privates",
    ];

    private static readonly HashSet<string> Others =
        ["patient", "pt", "pts", "patients", "she", "he", "they", "him", "them", "her", "his", "resident", "nurse", "colleague", "client", "lady", "man", "woman", "gentleman", "someone", "somebody"];

    private static readonly HashSet<string> Feelings =
        ["have", "had", "ive", "feel", "felt", "am", "im", "got", "still", "lost", "cant", "cannot", "couldnt", "keep", "noticed", "think", "woke", "experience", "experiencing", "get", "need", "was", "can"];

    private static readonly HashSet<string> Symptoms =
    [
        "numb", "numbness", "tingling", "tingly", "weak", "weakness", "feel", "lift", "walk", "stand", "move", "pee", "urinate", "tingles", "paralyzed", "paralysed",
        "incontinent", "pins", "pain", "dead",
    ];

    /// <summary>Null when the message is for this tool.</summary>
    public static OutsideTool? Read(TokenList<TokenKind> tokens, IReadOnlyList<Piece> pieces)
    {
        if (pieces.Any(p => IsToxicity(p)))
        {
            return OutsideTool.Toxicity;
        }

        return IsFirstPerson(tokens.Where(t => t.Kind == TokenKind.Word).Select(t => t.ToStringValue()).ToList()) ? OutsideTool.Patient : null;
    }

    /// <summary>Any mention counts that is not plainly denied; "not breathing" is no denial.</summary>
    private static bool IsToxicity(Piece piece)
    {
        for (var i = 0; i < piece.Lexemes.Count; i++)
        {
            if (piece.Lexemes[i].Term != Term.Toxicity)
            {
                continue;
            }

            var alone = piece.Lexemes[i].Text is "lip" or "lips" or "in mouth" or "around lips" or "round lips" or "around mouth" or "round mouth";
            if ((!alone || piece.Has(Term.Numb)) && !(piece.IsNegated(i) && piece.Count(Term.Negation) == 1 && !piece.IsDoubtful && !piece.IsQuestion && !piece.Has(Term.Unsure)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFirstPerson(List<string> words)
    {
        if (words.Any(Others.Contains))
        {
            return false;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "my" && words.Skip(i + 1).Take(3).Any(BodyParts.Contains))
            {
                return true;
            }

            var speaks = words[i] is "im" or "ive" || words[i] == "i" && i + 1 < words.Count && Feelings.Contains(words[i + 1]);
            if (speaks && words.Skip(i + 1).Take(5).Any(Symptoms.Contains) && !words.Skip(i + 1).Take(2).Any(w => w is "think" or "examined" or "tested"))
            {
                return true;
            }
        }

        return false;
    }
}
