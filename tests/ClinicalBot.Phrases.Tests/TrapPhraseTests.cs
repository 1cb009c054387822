using ClinicalBot.Phrases;

namespace ClinicalBot.Phrases.Tests;

/// <summary>The tables of phrases with a reassuring word in them: first patient safety.</summary>
public sealed class TrapPhraseTests
{
    [Theory]
    [MemberData(nameof(CommonTraps.Traps), MemberType = typeof(CommonTraps))]
    [MemberData(nameof(ExamTraps.Traps), MemberType = typeof(ExamTraps))]
    [MemberData(nameof(ExamTraps.Mixed), MemberType = typeof(ExamTraps))]
    [MemberData(nameof(RedFlagTraps.Traps), MemberType = typeof(RedFlagTraps))]
    [MemberData(nameof(RedFlagTraps.Mixed), MemberType = typeof(RedFlagTraps))]
    [MemberData(nameof(UnpromptedTraps.Traps), MemberType = typeof(UnpromptedTraps))]
    [MemberData(nameof(UnpromptedTraps.Mixed), MemberType = typeof(UnpromptedTraps))]
    [MemberData(nameof(DictatedTraps.Traps), MemberType = typeof(DictatedTraps))]
    [MemberData(nameof(DictatedTraps.Mixed), MemberType = typeof(DictatedTraps))]
    public void Reads(string source, Topic? topic, string text, string expected)
    {
        Assert.NotNull(source);
        Assert.Equal(expected, Notation.Of(Sent.Read(topic, text)));
    }

    [Theory]
    [MemberData(nameof(CommonTraps.Traps), MemberType = typeof(CommonTraps))]
    [MemberData(nameof(ExamTraps.Traps), MemberType = typeof(ExamTraps))]
    [MemberData(nameof(RedFlagTraps.Traps), MemberType = typeof(RedFlagTraps))]
    [MemberData(nameof(UnpromptedTraps.Traps), MemberType = typeof(UnpromptedTraps))]
    [MemberData(nameof(DictatedTraps.Traps), MemberType = typeof(DictatedTraps))]
    public void ReassuresNothing(string source, Topic? topic, string text, string expected)
    {
        Assert.NotNull(source);
        Assert.NotNull(expected);
        Assert.Empty(Reassurance.Of(Sent.Read(topic, text)));
    }
}
