using ClinicalBot.Reference;
using ClinicalBot.Rules;

namespace ClinicalBot.Tests.Reference;

public sealed class ReferenceIndexTests
{
    private static readonly ReferenceIndex Index = new();

    [Theory]
    // Statements, by id
    [InlineData("S30", "motorExam")]
    [InlineData("s02a", "passingNumbness")]
    [InlineData("S47", "sedation")]
    // Roots
    [InlineData("dorsiflexion", "l5")]
    [InlineData("L5", "l5")]
    [InlineData("l4", "l4")]
    [InlineData("S1", "s1")]
    [InlineData("L2-L3", "l2l3")]
    [InlineData("L2", "l2l3")]
    [InlineData("foot drop", "l5")]
    [InlineData("footdrop", "l5")]
    [InlineData("plantarflexion", "s1")]
    [InlineData("plantar flexion root", "s1")]
    [InlineData("hip flexion", "l2l3")]
    [InlineData("hip flexors", "l2l3")]
    [InlineData("knee extension", "l4")]
    [InlineData("quads", "l4")]
    [InlineData("which root is knee extension?", "l4")]
    [InlineData("what does dorsiflexion test?", "l5")]
    [InlineData("dorsiflection", "l5")]
    [InlineData("dorsi", "l5")]
    [InlineData("myotomes", "motorExam")]
    [InlineData("L4-S1", "motorExam")]
    // Findings
    [InlineData("SLR", "straightLegRaise")]
    [InlineData("straight leg raise", "straightLegRaise")]
    [InlineData("straight-leg raising", "straightLegRaise")]
    [InlineData("can't lift the heel", "straightLegRaise")]
    [InlineData("toes", "toes")]
    [InlineData("big toe", "toes")]
    [InlineData("reflexes", "reflexes")]
    [InlineData("knee jerk", "l4")]
    [InlineData("patellar reflex", "l4")]
    [InlineData("achilles", "s1")]
    [InlineData("ankle reflex", "s1")]
    [InlineData("distribution", "distribution")]
    [InlineData("whole leg", "distribution")]
    [InlineData("motor exam", "motorExam")]
    // Red flags
    [InlineData("MRI", "urgentMri")]
    [InlineData("when do I need an MRI?", "urgentMri")]
    [InlineData("cauda equina", "urgentMri")]
    [InlineData("CES", "urgentMri")]
    [InlineData("red flags", "urgentMri")]
    [InlineData("saddle", "saddleAnesthesia")]
    [InlineData("saddle anaesthesia", "saddleAnesthesia")]
    [InlineData("perineal numbness", "saddleAnesthesia")]
    [InlineData("retention", "bowelBladderDysfunction")]
    [InlineData("urinary retention", "bowelBladderDysfunction")]
    [InlineData("bladder", "bowelBladderDysfunction")]
    [InlineData("incontinence", "bowelBladderDysfunction")]
    [InlineData("bilateral", "bilateralSymptoms")]
    [InlineData("both legs", "bilateralSymptoms")]
    [InlineData("progressive weakness", "progressiveMotorWeakness")]
    [InlineData("weakness getting worse", "progressiveMotorWeakness")]
    // Thresholds
    [InlineData("4 hours", "from4h")]
    [InlineData("4h", "from4h")]
    [InlineData("past 4 hrs", "from4h")]
    [InlineData("four hours", "from4h")]
    [InlineData("6 hours", "from4h")]
    [InlineData("24 hours", "from24h")]
    [InlineData("24-48 h", "from24h")]
    [InlineData("next day", "from24h")]
    [InlineData("30 h", "from24h")]
    [InlineData("2-3 hours", "recoveryTime")]
    [InlineData("1 hour", "within4h")]
    [InlineData("0.5 mL", "volume")]
    [InlineData("0.25 ml", "smallestVolume")]
    [InlineData("1%", "dilute")]
    [InlineData("2 percent", "concentration")]
    // Steps
    [InlineData("baseline", "documentBaseline")]
    [InlineData("monitoring", "monitor")]
    [InlineData("can the patient walk?", "mobilization")]
    [InlineData("falls", "mobilization")]
    [InlineData("mobilise", "mobilization")]
    [InlineData("anaesthetist", "notifyProceduralist")]
    [InlineData("anesthetist", "notifyProceduralist")]
    [InlineData("anesthesiologist", "notifyProceduralist")]
    [InlineData("who to notify", "notifyProceduralist")]
    [InlineData("escalation", "neurologicalEmergency")]
    // Recovery and causes
    [InlineData("how long does it last", "recoveryTime")]
    [InlineData("when will it wear off", "recoveryTime")]
    [InlineData("order of recovery", "recoveryOrder")]
    [InlineData("pinprick", "recoveryOrder")]
    [InlineData("light touch", "recoveryOrder")]
    [InlineData("mepivacaine", "concentration")]
    [InlineData("mepivicaine", "concentration")]
    [InlineData("volume", "volume")]
    [InlineData("usual dose", "volume")]
    [InlineData("intravascular injection", "vascular")]
    [InlineData("vessel", "vascular")]
    [InlineData("haematoma", "epiduralHematoma")]
    [InlineData("heamatoma", "epiduralHematoma")]
    [InlineData("epidural hematoma", "epiduralHematoma")]
    [InlineData("blood thinner", "epiduralHematoma")]
    [InlineData("warfarin", "epiduralHematoma")]
    [InlineData("anticoagulation", "epiduralHematoma")]
    [InlineData("abcess", "abscess")]
    [InlineData("infection", "abscess")]
    [InlineData("nerve damage", "directNerveInjury")]
    [InlineData("intrathecal", "intrathecalInjection")]
    [InlineData("serious causes", "seriousCauses")]
    // Prevention and pitfalls
    [InlineData("dilute", "dilute")]
    [InlineData("contrast", "contrast")]
    [InlineData("fluoroscopy", "contrast")]
    [InlineData("aspiration", "aspirate")]
    [InlineData("pre-procedure exam", "preProcedureExam")]
    [InlineData("delayed recovery", "delayedRecovery")]
    [InlineData("discharge", "discharge")]
    [InlineData("can he go home?", "discharge")]
    [InlineData("radicular", "nerveRoot")]
    [InlineData("sciatica", "nerveRoot")]
    [InlineData("dermatomal", "nerveRoot")]
    [InlineData("midazolam", "sedation")]
    [InlineData("sedation", "sedation")]
    public void Finds_what_a_clinician_means_first(string query, string expected)
    {
        var found = Index.Search(query).Select(hit => hit.Entry.Id).ToList();
        Assert.True(found.FirstOrDefault() == expected, $"{query}: {string.Join(", ", found)}");
    }

    [Theory]
    [InlineData("pizza")]
    [InlineData("migraine")]
    [InlineData("aspirin")]
    [InlineData("aspirin dose")]
    [InlineData("epidural steroid dose")]
    [InlineData("midazolam dose")]
    [InlineData("mepivacaine abscess")]
    [InlineData("bupivacaine")]
    [InlineData("ropivacaine 0.2%")]
    [InlineData("lidocaine toxicity")]
    [InlineData("lipid emulsion")]
    [InlineData("numb arm")]
    [InlineData("cervical block")]
    [InlineData("back pain")]
    [InlineData("pain")]
    [InlineData("fever")]
    [InlineData("stroke")]
    [InlineData("pregnancy")]
    [InlineData("S2")]
    [InlineData("L1")]
    [InlineData("S99")]
    [InlineData("5 mL")]
    [InlineData("headache after block")]
    [InlineData("is it safe to reverse warfarin")]
    [InlineData("what is the")]
    [InlineData("???")]
    [InlineData("🍕")]
    public void Finds_nothing_for_what_the_source_document_does_not_cover(string query) =>
        Assert.Empty(Index.Search(query).Select(hit => hit.Entry.Id));

    [Fact]
    public void An_empty_query_shows_the_most_useful_entries()
    {
        Assert.Equal("straightLegRaise", Index.Search("")[0].Entry.Id);
        Assert.Equal(Index.MostUseful, Index.Search(" \t"));
    }

    [Fact]
    public void Every_statement_is_found_by_its_id_in_an_entry_that_names_it() =>
        Assert.All(Catalog.Statements, statement => Assert.Contains(statement.Id, Index.Search(statement.Id)[0].Entry.Sources));

    [Fact]
    public void Every_entry_is_found_first_by_its_own_title() =>
        Assert.All(Catalog.Reference, entry => Assert.Equal(entry.Id, Index.Search(entry.Title)[0].Entry.Id));

    [Fact]
    public void An_entry_carries_the_references_of_its_statements()
    {
        var l4 = Index.Search("L4")[0];
        Assert.Equal(["S30", "S31", "S07"], l4.Entry.Sources);
        Assert.Equal([4], l4.References);
        Assert.Equal([1, 2], Index.Search("SLR")[0].References);
    }

    [Fact]
    public void A_word_that_only_begins_one_counts_only_while_somebody_types()
    {
        Assert.NotEmpty(Index.Search("hemat"));
        Assert.Empty(Index.Search("hemat", wholeWords: true));
    }

    [Fact]
    public void A_query_that_is_too_long_finds_nothing() =>
        Assert.Empty(Index.Search("dorsiflexion " + new string(' ', ReferenceIndex.MaxQueryLength)));
}
