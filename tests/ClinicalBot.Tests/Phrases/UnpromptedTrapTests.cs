using ClinicalBot.Phrases;

namespace ClinicalBot.Tests.Phrases;

/// <summary>Worsening, red flags and hearsay typed where nothing was asked.</summary>
public sealed class UnpromptedTrapTests
{
    /// <summary>No value of these reassures.</summary>
    public static readonly TheoryData<string, Topic?, string, string> Traps = new()
    {
        { "S32", null, "hasn't peed since block", "?bb" },
        { "S32", null, "hasn't peed since 8am", "?bb" },
        { "S32", null, "has not urinated since the injection", "?bb" },
        { "S32", null, "getting weaker in the other leg", "progressive:yes ?bilateral" },
        { "S32", null, "weaker than an hour ago", "progressive:yes" },
        { "S32", null, "weaker than 1 h ago", "progressive:yes" },
        { "S32", null, "weaker than 2 hours ago", "progressive:yes" },
        { "S32", null, "weaker than this morning", "progressive:yes" },
        { "S32", null, "weaker than yesterday", "progressive:yes" },
        { "S32", null, "patient incontinent since block", "bb:yes" },
        { "S32", null, "pt wet himself", "bb:yes" },
        { "S32", null, "leg numb and bladder not emptying", "numb:present bb:yes" },
        { "S32", null, "numb leg, hasn't passed urine for 8 h", "numb:present ?bb" },
        { "S32", null, "numb leg, no urine for 8 h", "numb:present ?bb" },
        { "S32", null, "numb leg now both legs", "numb:present bilateral:yes" },
        { "S32", null, "now both legs", "?bilateral" },
        { "S32", null, "both legs now", "?bilateral" },
        { "S32", null, "spreading to the other leg", "?progressive ?bilateral" },
        { "S32", null, "numbness spreading to the right leg", "numb:present ?progressive ?bilateral" },
        { "S32", null, "also numb on the other side", "numb:present ?bilateral" },
        { "S32", null, "numb crotch", "?saddle" },
        { "S32", null, "numb between the legs", "saddle:yes" },
        { "S32", null, "numb private area", "saddle:yes" },
        { "S32", null, "can't feel her bottom", "?saddle" },
        { "S32", null, "can't feel his bum", "?saddle" },
        { "S32", null, "can't feel toilet paper", "?saddle" },
        { "S32", null, "lost bowel control", "bb:yes" },
        { "S32", null, "soiled", "?bb" },
        { "S32", null, "she soiled herself", "bb:yes" },
        { "S07", null, "can't stand anymore", "?motor" },
        { "S05", null, "can no longer lift the leg", "?slr" },
        { "S07", null, "can no longer stand", "?motor" },
        { "S07", null, "no longer able to move toes", "?toes" },
        { "S32", null, "leg getting weaker", "progressive:yes" },
        { "S32", null, "leg weaker", "?progressive" },
        { "S32", null, "leg is weaker now", "progressive:yes" },
        { "S32", null, "getting worse", "?progressive" },
        { "S10", null, "numbness getting worse", "numb:present" },
        { "S32", null, "weakness worse than an hour ago", "progressive:yes" },
        { "S32", null, "weaker than at 2pm", "progressive:yes" },
        { "S32", null, "power was 5/5 now 3/5", "motor:weak !hip !knee !df !pf !toes ?progressive" },
        { "S32", null, "df was 5/5 at 2pm now 3/5", "df:weak !df ?progressive" },
        { "S05", null, "slr able earlier, now unable", "slr:unable" },
        { "S05", null, "slr able an hour ago, not now", "?slr" },
        { "S05", null, "was able to lift heel, now cannot", "slr:unable" },
        { "S05", null, "could lift heel before, can't now", "slr:unable" },
        { "S07", null, "motor was normal, now foot drop", "df:weak ?hip ?knee ?pf ?toes" },
        { "S07", null, "no foot drop earlier, foot drop now", "df:weak" },
        { "S10", null, "recovered", "?numb" },
        { "S10", null, "fully recovered", "?numb" },
        { "S10", null, "back to normal", "?numb" },
        { "S07", null, "no red flag symptoms", "?redFlags" },
        { "S07", null, "denies red flags", "?redFlags" },
        { "S32", null, "saddle numbness not present", "?saddle" },
        { "S32", null, "saddle numbness absent", "?saddle" },
        { "S32", null, "she does not deny saddle numbness", "?saddle" },
        { "S32", null, "husband says no saddle numbness", "?saddle" },
        { "S32", null, "nurse says no saddle numbness", "?saddle" },
        { "S32", null, "told no saddle numbness", "?saddle" },
        { "S32", null, "no saddle numbness per chart", "?saddle" },
        { "S32", null, "no saddle numbness on admission", "?saddle" },
        { "S32", null, "no saddle numbness at 2pm", "?saddle" },
        { "S32", null, "no saddle numbness 2 h ago", "?saddle" },
        { "S32", null, "no saddle numbness initially", "?saddle" },
        { "S32", null, "no saddle numbness until now", "?saddle" },
        { "S32", null, "no saddle numbness yet", "?saddle" },
        { "S32", null, "no saddle numbness but tingling there", "numb:present ?saddle" },
        { "S32", null, "no frank saddle numbness", "?saddle" },
        { "S32", null, "no complete saddle numbness", "?saddle" },
        { "S32", null, "no definite saddle numbness", "?saddle" },
        { "S32", null, "no clear saddle numbness", "?saddle" },
        { "S32", null, "no obvious saddle numbness", "?saddle" },
        { "S32", null, "no dense saddle numbness", "?saddle" },
        { "S32", null, "not much saddle numbness", "?saddle" },
        { "S32", null, "no real saddle numbness", "?saddle" },
        { "S32", null, "hardly any saddle numbness", "saddle:yes" },
        { "S32", null, "little saddle numbness", "saddle:yes" },
        { "S32", null, "minimal saddle numbness", "saddle:yes" },
        { "S32", null, "slight saddle numbness", "saddle:yes" },
        { "S32", null, "a bit of saddle tingling", "saddle:yes" },
        { "S32", null, "some saddle tingling", "saddle:yes" },
        { "S32", null, "saddle ok mostly", "?saddle" },
        { "S32", null, "saddle fine I think", "?saddle" },
        { "S32", null, "saddle fine, she thinks", "?saddle" },
        { "S32", null, "saddle ok?", "?saddle" },
        { "S32", null, "perianal sensation intact but reduced on left", "saddle:yes !saddle" },
        { "S32", null, "perianal sensation intact on left, reduced on right", "saddle:yes" },
        { "S32", null, "perianal light touch intact, pinprick reduced", "numb:present ?saddle" },
        { "S32", null, "perianal pinprick reduced", "saddle:yes" },
        { "S32", null, "no perianal pinprick", "saddle:yes" },
        { "S32", null, "perineum numb resolved", "?saddle" },
    };

    /// <summary>Some findings are plainly well; the others are not.</summary>
    public static readonly TheoryData<string, Topic?, string, string> Mixed = new()
    {
        { "S10", null, "numb leg resolved", "numb:resolved" },
        { "S10", null, "numbness resolved, motor normal", "numb:resolved motor:normal" },
        { "S10", null, "numbness resolved but weak", "numb:resolved motor:weak ~hip ~knee ~df ~pf ~toes" },
        { "S05", null, "numbness resolved, slr unable", "numb:resolved slr:unable" },
        { "S32", null, "no saddle anesthesia", "saddle:no" },
        { "S32", null, "no saddle anesthesia or bladder/bowel trouble", "saddle:no bb:no" },
        { "S32", null, "no saddle anaesthesia, bowel or bladder dysfunction", "saddle:no ?bb" },
        { "S32", null, "no saddle numbness, no bladder or bowel trouble, no bilateral symptoms, no progressive weakness", "flags:no" },
        { "S32", null, "without saddle numbness", "saddle:no" },
        { "S32", null, "negative for saddle numbness", "saddle:no" },
        { "S32", null, "saddle numbness never", "saddle:no" },
        { "S32", null, "saddle numbness? denies", "saddle:no" },
        { "S32", null, "saddle numbness: denied", "saddle:no" },
        { "S32", null, "saddle numbness/bladder trouble denied", "saddle:no bb:unknown ?bb" },
        { "S32", null, "saddle numbness or bladder trouble denied", "saddle:no bb:unknown ?bb" },
        { "S32", null, "she denies saddle numbness but is incontinent", "saddle:no bb:yes" },
        { "S32", null, "saddle: ok", "saddle:no" },
        { "S32", null, "saddle = normal", "saddle:no" },
        { "S32", null, "no perianal pinprick loss", "saddle:no" },
        { "S32", null, "no loss of perianal pinprick", "saddle:no" },
    };

    [Theory]
    [MemberData(nameof(Traps))]
    [MemberData(nameof(Mixed))]
    public void Reads(string source, Topic? topic, string text, string expected)
    {
        Assert.NotNull(source);
        Assert.Equal(expected, Notation.Of(Sent.Read(topic, text)));
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public void ReassuresNothing(string source, Topic? topic, string text, string expected)
    {
        Assert.NotNull(source);
        Assert.NotNull(expected);
        Assert.Empty(Reassurance.Of(Sent.Read(topic, text)));
    }
}
