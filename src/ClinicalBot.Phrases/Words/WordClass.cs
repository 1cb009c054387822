namespace ClinicalBot.Phrases.Words;

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
