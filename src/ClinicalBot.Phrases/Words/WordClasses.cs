namespace ClinicalBot.Phrases.Words;

/// <summary>Which words belong to which class, from <c>classes.tsv</c>.</summary>
internal static class WordClasses
{
    private static readonly Dictionary<WordClass, WordSelector[]> Rows = TableFile.Rows("classes.tsv").ToDictionary(
        row => Enum.Parse<WordClass>(row[0]), row => WordSelector.ParseAll(row[1]));

    private static readonly WordSelector[][] Selectors = [.. Enum.GetValues<WordClass>().Select(each => Rows[each])];

    /// <summary>Class by class, whether a term belongs to it.</summary>
    public static bool[] Of(Term term) => Array.ConvertAll(Selectors, selectors => Array.Exists(selectors, selector => selector.Takes(term)));

    /// <summary>Whether a word belongs to one of these classes.</summary>
    public static bool Is(this Lexeme lexeme, params ReadOnlySpan<WordClass> classes)
    {
        foreach (var each in classes)
        {
            if (lexeme.Term.Is(each))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of one of these classes is among them.</summary>
    public static bool Has(this IReadOnlyList<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes) => lexemes.IndexOf(classes) >= 0;

    /// <inheritdoc cref="Has(IReadOnlyList{Lexeme}, ReadOnlySpan{WordClass})"/>
    public static bool Has(this IEnumerable<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes) => lexemes.ToList().IndexOf(classes) >= 0;

    /// <summary>Whether all of them belong to one of these classes.</summary>
    public static bool AreAll(this IEnumerable<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes)
    {
        foreach (var lexeme in lexemes)
        {
            if (!lexeme.Is(classes))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first that belongs to one of these classes; null for none.</summary>
    public static Lexeme? First(this IReadOnlyList<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes) =>
        lexemes.IndexOf(classes) is >= 0 and var found ? lexemes[found] : null;

    /// <summary>Those that belong to a class.</summary>
    public static List<Lexeme> Of(this IEnumerable<Lexeme> lexemes, WordClass wordClass) => [.. lexemes.Where(lexeme => lexeme.Term.Is(wordClass))];

    /// <summary>Where the first of these classes stands; -1 for nowhere.</summary>
    public static int IndexOf(this IReadOnlyList<Lexeme> lexemes, params ReadOnlySpan<WordClass> classes)
    {
        for (var i = 0; i < lexemes.Count; i++)
        {
            if (lexemes[i].Is(classes))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>Words by kind, id and form, as tables write them: "cue:deny,no", "quality/noun", "filler/!vital" (any form but that), "*:leg" (any kind).</summary>
internal sealed record WordSelector(TermKind? Kind, string[] Ids, bool OtherIds, string[] Forms, bool OtherForms)
{
    /// <summary>Several selectors, separated by spaces.</summary>
    public static WordSelector[] ParseAll(string text) => [.. text.Split(' ').Select(Parse)];

    /// <summary>Whether a word is one of them.</summary>
    public bool Takes(Term term) => (Kind is null || Kind == term.Kind)
        && (Ids.Length == 0 || Array.IndexOf(Ids, term.Id) >= 0 != OtherIds) && (Forms.Length == 0 || Array.IndexOf(Forms, term.Form) >= 0 != OtherForms);

    private static WordSelector Parse(string text)
    {
        var parts = text.Split('/');
        var named = parts[0].Split(':');
        var (ids, forms) = (named.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(1) ?? "");
        return new WordSelector(named[0] == "*" ? null : Enum.Parse<TermKind>(named[0], ignoreCase: true), List(ids), ids.StartsWith('!'), List(forms),
            forms.StartsWith('!'));
    }

    private static string[] List(string text) => text.TrimStart('!').Split(',', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Words that play the same part in a rule. What belongs to a class, with an example, stands in its row of <c>classes.tsv</c>.</summary>
internal enum WordClass
{
    // Kinds of words.
    Act, Agent, Complaint, Cue, Event, Filler, Joint, Mark, Modifier, Outside, Quality, Quantifier, Side, Subject, Time, Unknown, Value, Verb,
    Vital, Whole,

    // What can be spoken of.
    Element, Adjective, NounOrAdjective, NamedQuality, GoodForm, FunctionForm, MuscleForm, Muscle, ReflexForm, Modality, Gradable, Measured,
    Level, MuscleOrRest, Place, PlaceOfAny, Organ, Saddle, LegWord, OneLeg, WholeLegs, Plural, DownLeg, NumbOrRadicular, Sense, WeakQuality,
    WhereNumb, OtherQuality, Worsens, Pain, Harmless, Residual, BlockedBothSides, Statement, SpokenOfFirst, NounPhrasePart, HeadingPart,
    HeadOfList, NoNoun, SaysSomething,

    // Values and figures.
    Good, Bad, BadOrAbsent, Final, Changing, Becoming, Pluses, Grade, BriskGrade, Figure, FigureForm, FigureOrVolume, VitalFigure, Percent,
    Volume, Interjection, Assent, AnswersMotor, AnswersSensation, AnswersFlags,

    // Denials, affirmations and abilities.
    Says, Deny, FreeDenial, BareNo, No, Yes, Tick, Unable, Neither, DenyOrNo, DenyNoYes, Denies, None, NoneAtAll, AnswersNo, NoOrNegative, BeginsAgain,
    Predicate, Answered, ValueOrAbility, Valued, UnlessPresent, Answer, AnswerPart,

    // What takes certainty away.
    NotKnown, Soft, Query, AsksAhead, When, Advice, Past, NoNew, Only, Changed, Stopped, Total, Vague, HedgesTime, DoubtsTime, AskedOrDoubted,
    DoubtsAlone, DoubtsBefore, NotUnderstood, UnknownWord, Untied,

    // What joins and separates.
    Break, Coordinator, And, Or, Separating, Separator, Dash, Arrow, Question, Semicolon, EndsSentence, EndsStatement, PassedOver, LeadsOver,
    Tie, OpensStatement,

    // Fillers and verbs.
    Pronoun, Correction, Now, NowOrBecame, Aside, TotalForm, Title, Said, PastCue, Partly, Added, Being,

    // Sides, events, drugs and what this tool is not for.
    Left, Right, Both, BothOrOther, OtherOrWell, OtherLegs, Rest, AllFlags, Block, Mbb, LastBlock, Done, BlockOrDone, Medicine, Gcs, OtherLimb,
    OtherRegion, Procedure, Toxicity,

    // What else stands in the way of a finding or beside it.
    RemarkPart, Voided, WeakAdjective, RemarkSign, Fails, Course, Returns, Resolved, NotYet, AbleOrUnable, HardOrUnable, Colon, Pipe, Divider, NamedSeparator,
    Screen, Wiping, NumbAdjective, ActOrCue, SaidEnough, NounQuality, WithinArea, NearSaddle, Unchanged, KnownBefore, TellsOtherwise, BeforeTime,
    FallsOrWas, Numbered, SkinTemperature, Week, Downward, Reducible, OfItself, PronounOrNeutral, SmallPlace, PreamblePart,
}
