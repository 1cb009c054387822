using ClinicalBot.Phrases;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Findings, commands, patients and toxicity outside a dialog and at the review.</summary>
public sealed class AnywherePhraseTests
{
    public static readonly TheoryData<string, Topic?, string, string> Rows = new()
    {
        { "S32", null, "saddle", "saddle:yes" },
        { "S10", null, "my leg is numb", "outside:patient numb:present" },
        { "", null, "patient has metallic taste", "outside:toxicity" },
        { "S05", null, "lifts both heels", "slr:able" },
        { "S31", null, "both reflexes normal", "reflexes:normal" },
        { "S32", null, "both ankle jerks absent", "aj:reduced bilateral:yes" },
        { "S32", null, "getting weaker", "progressive:yes" },
        { "S11", null, "3 h ago", "time:11-22t12:00" },
        { "S11", null, "block 3 h ago", "time:11-22t12:00" },
        { "S11", null, "5h post-block", "time:11-22t10:00" },
        { "S10", null, "numb leg 3 h ago", "numb:present" },
        { "S10", null, "numb for 5 h", "numb:present" },
        { "S11", null, "blocked at 8:30", "time:11-22t08:30?" },
        { "S11", null, "mbb yesterday 5pm", "time:11-21t17:00" },
        { "S10", null, "had mbb 3 h ago, leg numb", "time:11-22t12:00 numb:present" },
        { "", null, "0830", "" },
        { "", null, "L4-5", "" },
        { "", null, "1430", "" },
        { "S35", null, "on apixaban", "anticoagulated:yes" },
        { "S35", null, "not on blood thinners", "anticoagulated:no" },
        { "S10", null, "my patient's leg is numb", "numb:present" },
        { "S10", null, "my left leg is still numb", "outside:patient numb:present" },
        { "S10", null, "i have numbness", "outside:patient numb:present" },
        { "S10", null, "i have a patient with a numb leg", "numb:present" },
        { "S10", null, "i'm numb", "outside:patient numb:present" },
        { "S10", null, "patient says \"my leg is numb\"", "numb:present" },
        { "", null, "seizure", "outside:toxicity" },
        { "", null, "patient seizing", "outside:toxicity" },
        { "", null, "short of breath", "outside:toxicity" },
        { "S10", null, "tingling around the mouth", "outside:toxicity numb:present" },
        { "S10", null, "tingling in the foot", "numb:present" },
        { "", null, "lip numbness", "outside:toxicity" },
        { "", null, "hello", "" },
        { "", null, "", "" },
        { "", null, "asdkfj", "" },
        { "S32", null, "cancel the saddle", "saddle:yes" },
        { "S32", null, "help, saddle numb", "saddle:yes" },
        { "S32", null, "stop! bladder incontinence", "bb:yes" },
        { "S07", null, "numb leg, weak, 6 h after block", "time:11-22t09:00 numb:present motor:weak ~hip ~knee ~df ~pf ~toes" },
        { "S05", null, "numb leg 2h after block, slr able, motor normal, reflexes normal, no shooting pain, block area, none", "time:11-22t13:00 numb:present where:withinblockarea radicular:no slr:able motor:normal reflexes:normal" },
        { "S05", null, "numb leg 2h after block, slr able, motor normal, reflexes normal, no shooting pain, block area", "time:11-22t13:00 numb:present where:withinblockarea radicular:no slr:able motor:normal reflexes:normal" },
        { "", Topic.Review, "yes", "answer:yes" },
        { "S32", Topic.Review, "bladder", "bb:yes" },
        { "S32", Topic.Review, "saddle numb", "saddle:yes" },
        { "", Topic.Review, "correct", "answer:yes" },
        { "", Topic.Review, "no", "answer:no" },
        { "", Topic.Review, "y", "answer:yes" },
        { "S32", Topic.Review, "yes but saddle numb", "saddle:yes" },
        { "S32", Topic.Review, "yes, and bladder trouble", "bb:yes" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads(string source, Topic? topic, string text, string expected)
    {
        Assert.NotNull(source);
        Assert.Equal(expected, Notation.Of(Sent.Read(topic, text)));
    }
}
