using ClinicalBot.Phrases;

namespace ClinicalBot.Phrases.Tests;

/// <summary>Circumstances of the block, typed at the context question.</summary>
public sealed class ContextPhraseTests
{
    public static readonly TheoryData<string, string, string> Rows = new()
    {
        { "", "skip", "skipped:yes" },
        { "S35", "on apixaban", "anticoagulated:yes" },
        { "S14", "mepivacaine 2% 0.5 ml", "agent:mepivacaine percent:2 ml:0.5" },
        { "S32", "bladder trouble", "bb:yes" },
        { "", "no", "skipped:yes answer:no" },
        { "S35", "apixaban", "anticoagulated:yes" },
        { "S35", "on eliquis", "anticoagulated:yes" },
        { "S35", "on xarelto", "anticoagulated:yes" },
        { "S35", "warfarin", "anticoagulated:yes" },
        { "S35", "coumadin 5 mg", "anticoagulated:yes" },
        { "S35", "heparin", "anticoagulated:yes" },
        { "S35", "enoxaparin", "anticoagulated:yes" },
        { "S35", "on a DOAC", "anticoagulated:yes" },
        { "S35", "blood thinner", "anticoagulated:yes" },
        { "S35", "no blood thinners", "anticoagulated:no" },
        { "S35", "not anticoagulated", "anticoagulated:no" },
        { "S35", "no anticoagulants", "anticoagulated:no" },
        { "S35", "on clopidogrel", "?anticoagulated" },
        { "S35", "apixiban", "anticoagulated:yes" },
        { "S35", "rivaroxiban", "anticoagulated:yes" },
        { "S14", "lidocaine 1% 0.25 ml per level", "agent:lidocaine percent:1 ml:0.25" },
        { "S14", "0.5% bupivacaine, 0.5ml", "agent:bupivacaine percent:0.5 ml:0.5" },
        { "S14", "bupivacaine 0.25% 1 cc", "agent:bupivacaine percent:0.25 ml:1" },
        { "S20", "1-2 ml", "ml:2" },
        { "S20", "1.5 ml total", "?volumePerLevelMl" },
        { "S07", "L4-5", "levels:l4-l5" },
        { "S07", "L3-L5", "levels:l3-l5" },
        { "S07", "left L4-S1", "side:left levels:l4-s1" },
        { "S07", "L4/5 and L5/S1", "levels:l4-l5, l5-s1" },
        { "", "left", "side:left" },
        { "", "right side", "side:right" },
        { "S32", "bilateral", "side:both ?bilateral" },
        { "S32", "both sides", "side:both ?bilateral" },
        { "S17", "contrast confirmed", "contrast:yes" },
        { "S17", "no contrast", "contrast:no" },
        { "S17", "contrast", "?contrastConfirmed" },
        { "S17", "with contrast", "contrast:yes" },
        { "S17", "contrast used", "contrast:yes" },
        { "S18", "aspirated", "aspirated:yes" },
        { "S18", "not aspirated", "aspirated:no" },
        { "S18", "negative aspiration", "aspirated:yes" },
        { "S18", "aspiration negative", "aspirated:yes" },
        { "S18", "blood aspirated", "?aspirated" },
        { "S47", "midazolam 2 mg", "midazolam:yes" },
        { "S47", "no midazolam", "midazolam:no" },
        { "S47", "sedated", "?sedatedWithMidazolam" },
        { "S47", "no sedation", "midazolam:no" },
        { "S47", "versed", "midazolam:yes" },
        { "S14", "mepivacaine and bupivacaine", "agent:bupivacaine ?agent" },
        { "S14", "mepivacaine 200%", "agent:mepivacaine ?concentrationPercent" },
        { "S35", "on apixaban, lidocaine 1%, 0.5 ml, L4-S1 left, contrast confirmed, aspirated, no midazolam", "anticoagulated:yes contrast:yes aspirated:yes midazolam:no agent:lidocaine percent:1 ml:0.5 side:left levels:l4-s1" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads(string source, string text, string expected)
    {
        Assert.NotNull(source);
        Assert.Equal(expected, Notation.Of(Sent.Read(Topic.Context, text)));
    }
}
