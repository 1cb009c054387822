namespace ClinicalBot.Phrases.Words;

/// <summary>The rows of <c>times.tsv</c> and <c>measures.tsv</c>, as the grammars name them.</summary>
internal enum Row
{
    // What a time begins with, and what none is without.
    Start, Core,

    // Numbers and lengths.
    Number, Tens, Part, ThreeQuarters, Article, OfAn, Couple, And, AndA, Unit, UnitWord, Hours, LetterHour, Minutes, Shorthand,

    // Ranges and bounds.
    RangeTo, BetweenTwo, Until, Bound, OrMore, Ish, Few, Within, VagueUnit, Later, Ahead, FromNow,

    // What a length counts from.
    AgoOnly, Ago, After, BlockFiller, BlockSide, Block, Post,

    // Clocks and days.
    Lead, Joint, Half, Oclock, Past, To, Zero, Hundred, Named, DayPart, Day, Tonight, This, Earlier, During, Last, Next, DayUnit, Back, Ordinal, Of,
    Weekday, Month, Zone, DateTime,

    // Measures.
    Digit, Roman, Grade, OutOf, Over, Sign, Percent, Volume, Dose, Degrees, Level, UpTo, Times, Age,
}
