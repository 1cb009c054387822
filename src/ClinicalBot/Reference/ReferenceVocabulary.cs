namespace ClinicalBot.Reference;

/// <summary>What clinicians call things, as data. Everything is lower case, without apostrophes and hyphens, and in American spelling.</summary>
internal static class ReferenceVocabulary
{
    /// <summary>Said around a question; says nothing about what is asked.</summary>
    public static readonly string Noise =
        "a an and any are as at be been before but by can could did do does for from get give had has have how i if in into is it its lookup many me mean means more most much "
        + "my need needed no not of on or our per please ref reference shall should show so tell test tests tested testing than that the their them then there these they this those to until "
        + "up us use used was we what whats when where which who whom whose why will with would you your about after again all also always am done during still he she usual usually source document says say said said";

    /// <summary>What everything here is about: found when said, never asked for when something else is said as well.</summary>
    public static readonly string Common =
        "patient block lumbar medial branch leg numb numbness mbb facet lower limb post procedure local anesthetic";

    /// <summary>Stands in a text, but is not what the text is about: whoever asks for it would be misled.</summary>
    public static readonly string Unsearchable = "pain study side function comes think wish passing whether";

    /// <summary>A word the texts have, and what else it is called. The first that fits counts; longer phrases go first.</summary>
    public static readonly (string Word, string Phrases)[] Synonyms =
    [
        ("patient", "pt|pts|patients"),
        ("slr", "straight leg raise|straight leg raising|straight leg raised|straight leg|straight leg test|leg raise|leg raising|lift heel|heel lift|lift leg|raise leg|raise heel|raise straight leg|cant lift heel|cannot lift heel|heel off bed|lasegue"),
        ("dorsiflexion", "foot drop|drop foot|footdrop|dropped foot|dorsiflex|dorsiflexor|ankle up|foot up|tibialis anterior|peroneal"),
        ("plantarflexion", "plantar flexion|plantarflex|plantarflexor|tiptoe|toe walk|tip toe|push foot down|foot down|gastrocnemius|calf"),
        ("hip", "iliopsoas|psoas|thigh lift"),
        ("flexion", "flexor|flex|flexing"),
        ("extension", "extensor|extend|quadricep|quad"),
        ("toe", "hallux|big toe|great toe"),
        ("reflex", "jerk|dtr|deep tendon reflex|tendon reflex"),
        ("knee reflex", "patellar reflex|patella reflex|patellar|patella"),
        ("ankle reflex", "achilles reflex|achilles"),
        ("root", "myotome|innervation|spinal level|nerve level"),
        ("mri", "magnetic resonance|magnetic resonance imaging|mr scan|imaging|scan"),
        ("caudaequina", "cauda equina|cauda|equina|ces"),
        ("saddle", "saddle anesthesia|saddle numbness|saddle area|perineum|perineal|perianal|groin numbness|genital|genitals|buttock numbness|between leg"),
        ("bladder", "retention|urinary retention|urine|urinary|urinate|incontinence|incontinent|pee|void|voiding|catheter|micturition"),
        ("bowel", "fecal|feces|stool|constipation|anal tone|sphincter"),
        ("both", "bilateral|both side|two leg|bilaterally|other leg"),
        ("worse", "progressive|worsening|progressing|deteriorating|increasing|getting worse|progression"),
        ("weakness", "weak|paresis|motor deficit|power|motor loss|paralysis|paralyzed|plegia"),
        ("red flag", "redflag|alarm sign|warning sign|danger sign"),
        ("anesthesiologist", "anesthetist|anesthesiology"),
        ("proceduralist", "operator|interventionalist|pain doctor|pain physician|injecting doctor"),
        ("neurology", "neurologist|neurological|neurosurgeon|neurosurgery|neurologic"),
        ("anticoagulant", "anticoagulation|anticoagulated|blood thinner|thinner|warfarin|heparin|enoxaparin|apixaban|rivaroxaban|dabigatran|edoxaban|doac|noac|lmwh|coumadin|eliquis|xarelto"),
        ("hematoma", "bleed|bleeding|hemorrhage|clot"),
        ("abscess", "infection|infected|pus"),
        ("intrathecal", "subarachnoid|dural puncture|total spinal|spinal block|high spinal"),
        ("nerve injury", "nerve damage|nerve lesion|needle injury|neuropathy"),
        ("vessel", "vascular|intravascular|blood vessel|vein|artery|intravenous|vascular uptake"),
        ("fluoroscopy", "fluoro|xray|x ray|image guidance"),
        ("contrast", "dye"),
        ("aspirate", "aspiration|aspirating|draw back"),
        ("midazolam", "sedation|sedated|sedative|benzodiazepine|benzo|versed"),
        ("mepivacaine", "carbocaine|polocaine|scandicain"),
        ("concentration", "strength of anesthetic|percent|percentage"),
        ("volume", "amount|how much local|milliliter"),
        ("dose", "dosage|dosing"),
        ("dilute", "dilution|diluting|diluted"),
        ("spread", "spill|overflow"),
        ("dermatomal", "dermatome|dermatomes"),
        ("radicular", "radiculopathy|radiating|shooting|sciatica|shooting pain|radicular pain|radiating pain"),
        ("temperature", "cold sensation|hot cold|thermal"),
        ("pinprick", "pin prick|sharp sensation|sharp|pin"),
        ("light touch", "soft touch"),
        ("mobilize", "walk|walking|ambulate|ambulation|ambulating|mobilise|mobilization|stand|standing|mobility|weight bearing|out of bed"),
        ("fall", "falling|fell"),
        ("discharge", "go home|send home|going home|home|sent home|discharging"),
        ("monitored", "monitor|monitoring|observe|observation|recovery room|pacu"),
        ("baseline", "document|documentation|base line|record"),
        ("reassure", "reassurance"),
        ("escalate", "escalation|pathway|protocol"),
        ("recovery", "recover|wear off|wears off|wearing off|resolve|resolution|subside|duration|how long does it last|how long will it last|how long does numbness last|how long last|how long|come back"),
        ("order", "sequence|first returns|returns first|comes back first"),
        ("cause", "mechanism|reason numb|etiology|why numb|differential|causes"),
        ("prevention", "prevent|preventing|next time|future procedure|avoid"),
        ("pitfall", "mistake|trap"),
        ("normal", "expected"),
        ("48h", "2 day|second day"),
        ("24h", "1 day|one day|a day|next day|full day|day after"),
        ("urgent", "stat|asap|immediately"),
    ];

    /// <summary>What else finds an entry, by its id: before the bar what it is the first answer to, behind it what it also has to do with.</summary>
    public static readonly IReadOnlyDictionary<string, string> Keywords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["straightLegRaise"] = "slr|heel gravity significant motor block first test",
        ["weakness"] = "weakness|motor initial exam root",
        ["motorExam"] = "motor exam strength|full comprehensive group root l2 l3 l4 l5 s1 hip flexion knee extension ankle dorsiflexion plantarflexion",
        ["toes"] = "toe|movement root",
        ["reflexes"] = "reflex|knee ankle l4 s1",
        ["distribution"] = "distribution where|numb area expected unexpected pattern whole leg severity sensory exam map",
        ["l2l3"] = "l2 l3 hip flexion|weakness root",
        ["l4"] = "l4 knee extension|weakness reflex root",
        ["l5"] = "l5 dorsiflexion ankle|weakness root",
        ["s1"] = "s1 plantarflexion ankle|weakness reflex root",
        ["urgentMri"] = "mri caudaequina red flag|emergency",
        ["progressiveMotorWeakness"] = "worse|deterioration red flag mri caudaequina",
        ["saddleAnesthesia"] = "saddle|red flag mri caudaequina numbness",
        ["bowelBladderDysfunction"] = "bowel bladder|trouble red flag mri caudaequina",
        ["bilateralSymptoms"] = "both|leg symptom red flag mri caudaequina",
        ["within4h"] = "underfour|first within 4h 2h 3h normal early reassure",
        ["from4h"] = "4h overfour|past beyond persist longer notify prolonged anesthesiologist neurology evaluation",
        ["from24h"] = "24h 48h overday|past beyond persist never normal prolonged overnight investigate",
        ["documentBaseline"] = "baseline|exam chart compare",
        ["monitor"] = "monitored|ward stay",
        ["mobilization"] = "mobilize fall|bed",
        ["notifyProceduralist"] = "notify anesthesiologist proceduralist|call inform 4h overfour contact",
        ["neurologicalEmergency"] = "escalate|emergency neurology institution",
        ["recoveryTime"] = "recovery 2h 3h|4h time normal",
        ["recoveryOrder"] = "order pinprick temperature|recovery motor sensation return first sensory",
        ["passingNumbness"] = "cause|transient why spread vessel",
        ["concentration"] = "mepivacaine concentration 2%|1% cause adverse transient",
        ["volume"] = "volume dose 0.5ml spread|superficial muscle beyond target 0.25ml cause dorsal",
        ["vascular"] = "vessel|intravascular 25% 30% cause transient fluoroscopy contrast aspirate",
        ["seriousCauses"] = "serious cause|complication differential epidural hematoma abscess nerve injury intrathecal anticoagulant",
        ["epiduralHematoma"] = "hematoma anticoagulant epidural|cause spinal compression",
        ["abscess"] = "abscess|epidural cause",
        ["directNerveInjury"] = "nerve injury|cause needle trauma",
        ["intrathecalInjection"] = "intrathecal|cause",
        ["smallestVolume"] = "0.25ml minimum|prevention effective volume dose minimal low",
        ["dilute"] = "dilute 1%|prevention 2% concentration",
        ["contrast"] = "contrast fluoroscopy|prevention needle position vessel",
        ["aspirate"] = "aspirate|prevention inject slowly",
        ["preProcedureExam"] = "preprocedure|prevention baseline earlier deficit preexisting known",
        ["delayedRecovery"] = "prolonged delayed|pitfall slow late hematoma wear",
        ["discharge"] = "discharge|pitfall slr weakness leave fit release",
        ["nerveRoot"] = "radicular dermatomal|pitfall root evaluation symptom",
        ["sedation"] = "midazolam|pitfall accuracy diagnostic interpretation",
    };

    /// <summary>What an empty query shows, by id: what decides at the bedside, in the order it is needed.</summary>
    public static readonly string[] MostUseful =
        ["straightLegRaise", "urgentMri", "from4h", "from24h", "within4h", "motorExam", "reflexes", "discharge", "recoveryOrder", "seriousCauses"];
}
