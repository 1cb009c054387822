using ClinicalBot.Phrases;
using ClinicalBot.Phrases.Clauses;
using ClinicalBot.Rules;
using CsCheck;

namespace ClinicalBot.Phrases.Tests;

/// <summary>What must hold for every message, not only for the ones in the tables.</summary>
public sealed class PhrasePropertyTests
{
    private static readonly string[] Vocabulary =
    [
        "no", "not", "none", "denies", "without", "never", "normal", "ok", "intact", "able", "unable", "can't", "can", "weak", "numb", "saddle",
            "bladder", "bowel",
        "B/B", "both", "bilateral", "legs", "leg", "motor", "slr", "foot drop", "heel", "lifts", "df", "5/5", "4/5", "reflexes", "KJ", "2+", "absent",
            "resolved",
        "gone", "block", "block area", "dermatomal", "whole leg", "shooting pain", "getting weaker", "worse", "better", "no change", "no longer",
            "not sure", "maybe",
        "if", "?", ",", ".", "but", "and", "or", "except", "otherwise", "was", "yesterday", "3 h ago", "14:30", "apixaban", "zqx", "left", "right", "yes",
            "trouble",
        "sensation", "light touch", "pinprick", "temperature", "toes", "knee", "ankle", "known", "the", "is", "too sedated", "not tested", "all",
            "normal limits", "!", "(", ")",
    ];

    private static readonly Gen<Topic?> Topics = OneOf<Topic?>([null, .. Enum.GetValues<Topic>()]);

    /// <summary>Heaps of words, and the messages of the tables.</summary>
    private static readonly Gen<string> Messages =
        Gen.OneOf(OneOf(Vocabulary).Array[0, 12].Select(words => string.Join(' ', words)), OneOf([.. Tables()]));

    /// <summary>Adverse whatever stands before or after them.</summary>
    private static readonly string[] AdverseSentences =
    [
        "saddle numbness", "patient has saddle anesthesia", "bladder incontinence", "urinary retention", "both legs numb", "getting weaker", "foot drop",
            "slr unable", "whole leg numb",
        "knee jerk absent", "dorsiflexion 3/5", "shooting pain down the leg", "leg is numb",
    ];

    private static readonly (string Text, Func<Reading, YesNo?> Flag)[] RedFlags =
    [
        ("saddle numbness", r => r.SaddleAnesthesia),
        ("patient has saddle anesthesia", r => r.SaddleAnesthesia),
        ("bladder incontinence", r => r.BowelBladderDysfunction),
        ("urinary retention", r => r.BowelBladderDysfunction),
        ("both legs numb", r => r.BilateralSymptoms),
        ("getting weaker", r => r.ProgressiveMotorWeakness),
    ];

    private static readonly (string Text, string Finding)[] Subjects =
    [
        ("slr", "slr"), ("dorsiflexion", "df"), ("plantarflexion", "pf"), ("hip flexion", "hip"), ("knee extension", "knee"), ("toes", "toes"),
        ("numbness", "numb"), ("shooting pain", "radicular"), ("the knee jerk", "kj"), ("the ankle jerk", "aj"), ("saddle", "saddle"), ("bladder", "bb"),
        ("bilateral symptoms", "bilateral"), ("progressive weakness", "progressive"), ("block area", "where"),
    ];

    [Fact]
    public void NoTextThrows() =>
        Gen.Select(Topics, Gen.String).Sample((topic, text) => Sent.Read(topic, text) is not null, iter: 3000);

    [Fact]
    public void NoMessageThrowsAndCaseAndSpacesChangeNothing() =>
        Gen.Select(Topics, Messages).Sample(
            (topic, text) =>
            {
                var expected = Notation.Of(Sent.Read(topic, text));
                Assert.Equal(expected, Notation.Of(Sent.Read(topic, text.ToUpperInvariant())));
                Assert.Equal(expected, Notation.Of(Sent.Read(topic, "  " + text.Replace(" ", "  ", StringComparison.Ordinal) + " ")));
                Assert.Equal(expected, Notation.Of(Sent.Read(topic, text.Replace(' ', '\u00a0'))));
            },
            iter: 2000);

    [Fact]
    public void ARedFlagSentenceIsNeverReadAsNo() =>
        Gen.Select(Topics, Messages, OneOf(RedFlags), Gen.Bool).Sample(
            (topic, text, flag, first) =>
                flag.Flag(Sent.Read(topic, first ? $"{flag.Text}. {text}" : $"{text}. {flag.Text}")) != YesNo.No,
            iter: 5000);

    [Fact]
    public void NotSureNeverReassures() =>
        Gen.Select(Topics, Messages, OneOf(Subjects), Gen.Bool).Sample(
            (topic, text, subject, first) =>
                !Reassurance.Of(Sent.Read(topic, first ? $"not sure about {subject.Text}. {text}"
                    : $"{text}. Not sure about {subject.Text}")).Contains(subject.Finding),
            iter: 5000);

    /// <summary>Unless it makes the message say something worse, or is itself what a last "no" denies.</summary>
    [Fact]
    public void AWordNotUnderstoodReassuresNothingMore() =>
        Gen.Select(Topics, Messages, OneOf([" zqxv", ". zqxv", ", zqxv"])).Sample(
            (topic, text, word) => word == " zqxv" && EndsWithDenial(text) || !Adverse(topic, text + word).IsSubsetOf(Adverse(topic, text))
                || Reassures(topic, text + word).IsSubsetOf(Reassures(topic, text)),
            iter: 5000);

    [Fact]
    public void AQuestionReassuresNothingMore() =>
        Gen.Select(Topics, Messages).Sample(
            (topic, text) => Reassures(topic, text + "?").IsSubsetOf(Reassures(topic, text)),
            iter: 5000);

    [Fact]
    public void AnAdverseSentenceTakesNoFindingAwayAndReassuresNothing() =>
        Gen.Select(Topics, Messages, OneOf(AdverseSentences)).Sample(
            (topic, text, adverse) =>
            {
                var after = Adverse(topic, $"{text}. {adverse}");
                // Which group is weak may answer a question whether weakness progresses; whatever else was said or asked stays.
                Assert.Subset(after, Adverse(topic, text).Where(finding => finding != "progressive").ToHashSet());
                Assert.Subset(after, Adverse(topic, adverse));
                Assert.Subset(Adverse(topic, $"{adverse}. {text}"), Adverse(topic, adverse));
                Assert.Subset(Reassures(topic, text), Reassures(topic, $"{text}. {adverse}"));
            },
            iter: 3000);

    // A correction begins a statement of its own, whatever marks stand around it: the hedge is about that.
    [Fact]
    public void AHedgeAnywhereReassuresNothing() =>
        Gen.Select(Topics, Messages.Where(text => !HoldsCorrection(text))).Sample(
            (topic, text) => Assert.All([$"I think {OneSentence(text)}", $"{OneSentence(text)} I think", $"{OneSentence(text)}. probably"], hedged =>
                Assert.Empty(Reassures(topic, hedged))),
            iter: 3000);

    [Fact]
    public void AMessageSaidTwiceTakesNoFindingBack() =>
        Gen.Select(Topics, OneOf([.. Tables()])).Sample(
            (topic, text) =>
            {
                Assert.Subset(Adverse(topic, $"{text}. {text}"), Adverse(topic, text));
                Assert.Subset(Reassures(topic, text), Reassures(topic, $"{text}. {text}"));
            },
            iter: 3000);

    [Fact]
    public void HowASentenceEndsChangesNothing() =>
        Gen.Select(Topics, Messages, Messages).Sample(
            (topic, text, next) =>
            {
                if (text.Trim() == "?")
                {
                    return;
                }

                Assert.Equal(Notation.Of(Sent.Read(topic, text)), Notation.Of(Sent.Read(topic, text + ".")));
                Assert.Equal(Notation.Of(Sent.Read(topic, text)), Notation.Of(Sent.Read(topic, text + "!")));
                Assert.Equal(Notation.Of(Sent.Read(topic, text)), Notation.Of(Sent.Read(topic, text + ",")));
                Assert.Equal(Notation.Of(Sent.Read(topic, $"{text}. {next}")), Notation.Of(Sent.Read(topic, $"{text}\n{next}")));
            },
            iter: 2000);

    [Theory]
    [InlineData("ok")]
    [InlineData("ok ,")]
    [InlineData("sure")]
    [InlineData("done")]
    public void AnAssentWithAQuestionMarkReassuresNothing(string text) =>
        Assert.All(Enum.GetValues<Topic>(), topic => Assert.Empty(Reassurance.Of(Sent.Read(topic, text + "?"))));

    [Theory]
    [InlineData("saddle ")]
    [InlineData("a ")]
    [InlineData("not ")]
    [InlineData("1/")]
    [InlineData("the the a ")]
    [InlineData("and a half ")]
    public void AFullLengthRepetitionIsRead(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 5000 / unit.Length));

        Assert.False(Sent.Read(null, text).TooLong);
    }

    [Fact]
    public void APastedNoteIsNotReadAndSaysSo()
    {
        var reading = Sent.Read(Topic.RedFlags, new string('x', 30_000) + " none");

        Assert.True(reading.TooLong);
        Assert.Empty(Reassurance.Of(reading));
    }

    /// <summary>What is in doubt is in doubt in its own sentence.</summary>
    private static string OneSentence(string text) => string.Join(' ', text.Split(['.', '!', '?', ';', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static bool HoldsCorrection(string text)
    {
        var words = $" {string.Join(' ', text.ToLowerInvariant()
            .Split([' ', ',', '.', '!', '?', ';', ':', '-', '\n'], StringSplitOptions.RemoveEmptyEntries))} ";
        return Phrasebook.Phrases.Any(entry => entry.Term.Id == "correction" && words.Contains($" {entry.Phrase} ", StringComparison.Ordinal));
    }

    private static bool EndsWithDenial(string text) =>
        text.TrimEnd().Split(' ')[^1].ToUpperInvariant() is "NO" or "NOT" or "NONE" or "NEVER" or "DENIES" or "DENIED" or "WITHOUT" or "NIL" or "N";

    private static HashSet<string> Reassures(Topic? topic, string text) => Reassurance.Of(Sent.Read(topic, text));

    private static HashSet<string> Adverse(Topic? topic, string text) => Reassurance.AdverseOf(Sent.Read(topic, text));

    private static IEnumerable<string> Tables() => Data.Rows.Select(row => row.Text);

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
