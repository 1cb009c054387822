namespace ClinicalBot.Conversations.Reference;

/// <summary>What clinicians call things, as data. Everything is lower case, without apostrophes and hyphens, and in American spelling.</summary>
internal static class ReferenceVocabulary
{
    /// <summary>Said around a question; says nothing about what is asked.</summary>
    public static readonly string Noise =
        "a an and any are as at be been before but by can could did do does for from get give had has have how i if in into is it its lookup many me mean means more most much "
        + "my need needed no not of on or our per please ref reference shall should show so tell test tests tested testing than that the their them then there these they this those to until "
        + "up us use used was we what whats when where which who whom whose why will with would you your about after again all also always am done during still he she usual usually source document says say said "
        + "able unable cannot cant wont still last lasting yet now just only around near off loss lost lose losing absent absence abnormal positive negative present active passive "
        + "vs versus check indication indicated criteria safe risk precaution common statement consult referral refer action effect describe go goes";

    /// <summary>What everything here is about: found when said, never asked for when something else is said as well.</summary>
    public static readonly string Common =
        "patient block lumbar medial branch leg numb numbness mbb facet lower limb post procedure local anesthetic spine paresthesia";

    /// <summary>Stands in a text, but is not what the text is about: whoever asks for it would be misled.</summary>
    public static readonly string Unsearchable = "pain study side function comes think wish passing whether propofol sciatic";

    /// <summary>A word the texts have, and what else it is called. The first that fits counts; longer phrases go first.</summary>
    public static readonly (string Word, string Phrases)[] Synonyms =
    [
        ("patient", "pt|pts|patients"),
        ("slr", "straight leg raise|straight leg raising|straight leg raised|straight leg|straight leg test|leg raise|leg raising|lift heel|heel lift|lift leg|raise leg|raise heel|raise straight leg|cant lift heel|cannot lift heel|heel off bed|lasegue|strait leg raise|strait leg|raise leg off bed|lift leg off bed|leg off bed|leg wont lift|leg will not lift"),
        ("dorsiflexion", "foot drop|drop foot|footdrop|dropped foot|dorsiflex|dorsiflexor|ankle up|foot up|tibialis anterior|peroneal|heel walk|heel walking|walk on heel|steppage gait|steppage|floppy foot|foot slap|slapping foot"),
        ("plantarflexion", "plantar flexion|plantarflex|plantarflexor|tiptoe|toe walk|tip toe|push foot down|foot down|gastrocnemius|stand on tiptoe|stand on toe|walk on toe|calf weakness|calf raise|calf power"),
        ("hip", "iliopsoas|psoas|thigh lift"),
        ("flexion", "flexor|flex|flexing"),
        ("extension", "extensor|extend|quadricep|quad"),
        ("toe", "hallux|big toe|great toe|ehl|extensor hallucis longus|extensor hallucis|big toe extension|toe extension|toe flexion|wiggle toe|toe wiggle|move toe|toe movement"),
        ("reflex", "jerk|dtr|deep tendon reflex|tendon reflex|hyporeflexia|areflexia"),
        ("knee reflex", "patellar reflex|patella reflex|patellar|patella"),
        ("ankle reflex", "achilles reflex|achilles"),
        ("root", "myotome|innervation|spinal level|nerve level"),
        ("mri", "magnetic resonance|magnetic resonance imaging|mr scan|imaging|scan|order mri"),
        ("caudaequina", "cauda equina|cauda|equina|ces"),
        ("saddle", "saddle anesthesia|saddle numbness|saddle area|perineum|perineal|perianal|groin numbness|genital|genitals|buttock numbness|between leg|buttock numb|numb buttock|numb bum|bum numb|anus|anal numbness|groin numb|numb groin|numb genital"),
        ("bladder", "retention|urinary retention|urine|urinary|urinate|incontinence|incontinent|pee|void|voiding|catheter|micturition|bladder control|post void residual|pvr|foley|bladder scan|peeing|void urine"),
        ("bowel", "fecal|feces|stool|constipation|anal tone|sphincter|bowel control|bowel accident|soiling|constipated"),
        ("both", "bilateral|both side|two leg|bilaterally|other leg|opposite leg|contralateral|contralateral leg|opposite side|bilat"),
        ("worse", "progressive|worsening|progressing|deteriorating|increasing|getting worse|progression"),
        ("weakness", "weak|paresis|motor deficit|power|motor loss|paralysis|paralyzed|plegia|weakness of leg"),
        ("red flag", "redflag|alarm sign|warning sign|danger sign|alarm symptom|alarm feature|warning symptom|danger symptom|warning feature"),
        ("anesthesiologist", "anesthetist|anesthesiology|page anesthesia|call anesthesia|anesthesia team|gas man"),
        ("proceduralist", "operator|interventionalist|pain doctor|pain physician|injecting doctor|pain doc|pain team|pain specialist|pain consultant"),
        ("neurology", "neurologist|neurological|neurosurgeon|neurosurgery|neurologic|neurosurgical|neuro"),
        ("anticoagulant", "anticoagulation|anticoagulated|blood thinner|thinner|warfarin|heparin|enoxaparin|apixaban|rivaroxaban|dabigatran|edoxaban|doac|noac|lmwh|coumadin|eliquis|xarelto|clexane|lovenox|pradaxa|fragmin|dalteparin|tinzaparin|fondaparinux|phenprocoumon|acenocoumarol"),
        ("hematoma", "bleed|bleeding|hemorrhage|clot|spinal hematoma|spinal bleed"),
        ("abscess", "infection|infected|pus|spinal abscess|abces|absess"),
        ("intrathecal", "subarachnoid|dural puncture|total spinal|spinal block|high spinal|spinal anesthesia|spinal anesthetic"),
        ("nerve injury", "nerve damage|nerve lesion|needle injury|neuropathy|nerve root injury|neuropraxia|neurapraxia|neurotmesis|nerve trauma"),
        ("vessel", "vascular|intravascular|blood vessel|vein|artery|intravenous|vascular uptake|intravascular uptake|venous uptake|uptake|intravascular injection|vascular injection"),
        ("fluoroscopy", "fluoro|xray|x ray|image guidance|fluoro guidance"),
        ("contrast", "dye|contrast medium|contrast agent|contrast media"),
        ("aspirate", "aspiration|aspirating|draw back"),
        ("midazolam", "sedation|sedated|sedative|benzodiazepine|benzo|versed"),
        ("mepivacaine", "carbocaine|polocaine|scandicain"),
        ("concentration", "strength of anesthetic|percent|percentage"),
        ("volume", "amount|how much local|milliliter|ml|cc|how many ml"),
        ("dose", "dosage|dosing"),
        ("dilute", "dilution|diluting|diluted"),
        ("spread", "spill|overflow|spillover|spilled"),
        ("dermatomal", "dermatome|dermatomes|dermatomal pain"),
        ("radicular", "radiculopathy|radiating|shooting|sciatica|shooting pain|radicular pain|radiating pain|sciatic pain|sciatic symptom|radiating leg pain|pain down leg|shooting pain down leg|shooting leg pain|lancinating"),
        ("temperature", "cold sensation|hot cold|thermal"),
        ("pinprick", "pin prick|sharp sensation|sharp|pin"),
        ("light touch", "soft touch|tactile"),
        ("mobilize", "walk|walking|ambulate|ambulation|ambulating|mobilise|mobilization|stand|standing|mobility|weight bearing|out of bed|get up|getting up|sit up|bed rest|crutch|toilet|bathroom"),
        ("fall", "falling|fell"),
        ("discharge", "go home|send home|going home|home|sent home|discharging"),
        ("monitored", "monitor|monitoring|observe|observation|recovery room|pacu|how long monitor|monitor how long|how long to monitor|how long observe|how long to observe|monitor for how long"),
        ("baseline", "document|documentation|base line|record"),
        ("reassure", "reassurance"),
        ("escalate", "escalation|pathway|protocol"),
        ("recovery", "recover|wear off|wears off|wearing off|resolve|resolution|subside|duration|how long does it last|how long will it last|how long does numbness last|how long last|how long|come back|how long should it last"),
        ("order", "sequence|first returns|returns first|comes back first"),
        ("cause", "mechanism|reason numb|etiology|why numb|differential|causes|differential diagnosis|ddx"),
        ("prevention", "prevent|preventing|next time|future procedure|avoid"),
        ("pitfall", "mistake|trap"),
        ("normal", "expected"),
        ("48h", "2 day|second day"),
        ("24h", "next morning|following morning|following day|morning after|1 day|one day|a day|next day|full day|day after"),
        ("overday", "1 week|2 week|week|month|3 day|4 day|5 day|several day|few day"),
        ("persist", "persistent|persisting|ongoing|lingering"),
        ("worse weakness", "getting weaker|weaker|progressive motor weakness|progressive weakness|weakness progressing"),
        ("knee extension", "knee buckling|knee buckle|buckling|knee gives way|knee give way|knee giving way"),
        ("ankle weakness", "foot weakness|weak foot|weak feet"),
        ("motor", "motor function"),
        ("inject", "injection|injecting|injected"),
        ("preprocedure", "pre op|preop|preoperative|pre block|pre procedure|before procedure|before block"),
        ("preexisting", "pre existing|prior|previous"),
        ("serious cause", "not miss|not to miss|cant miss|cannot miss|worst case"),
        ("tns", "transient neurologic symptom|transient neurological symptom|transient neurologic event|passing neurologic event"),
        ("distribution", "numb thigh|thigh numbness|numb foot|foot numbness|numb calf|calf numbness|numb shin|shin numbness|numb sole|numb knee|knee numbness|stocking|glove and stocking"),
        ("underfour", "first hour"),
        ("source", "document say|document says|source document"),
        ("notify", "told|bleep|telephone"),
        ("chart", "charting"),
        ("delayed recovery", "wearing off slowly|recovering slowly|slow recovery"),
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
        ["progressiveMotorWeakness"] = "worse|deterioration red flag mri caudaequina motor weakness deficit neurology",
        ["saddleAnesthesia"] = "saddle|red flag mri caudaequina numbness sensation",
        ["bowelBladderDysfunction"] = "bowel bladder|trouble red flag mri caudaequina",
        ["bilateralSymptoms"] = "both|leg symptom red flag mri caudaequina weakness",
        ["within4h"] = "underfour|first within 4h 2h 3h normal early reassure",
        ["from4h"] = "4h overfour neurology|past beyond persist longer notify prolonged anesthesiologist neurology evaluation",
        ["from24h"] = "24h 48h overday|past beyond persist never normal prolonged overnight investigate",
        ["documentBaseline"] = "baseline|exam chart compare neurology motor sensory",
        ["monitor"] = "monitored|ward stay",
        ["mobilization"] = "mobilize fall|bed",
        ["notifyProceduralist"] = "notify anesthesiologist proceduralist|call inform 4h overfour contact",
        ["neurologicalEmergency"] = "escalate|emergency neurology institution",
        ["recoveryTime"] = "recovery 2h 3h|4h time normal mepivacaine anesthetic",
        ["recoveryOrder"] = "order pinprick temperature|recovery motor sensation return first sensory",
        ["passingNumbness"] = "cause|transient why spread vessel",
        ["concentration"] = "mepivacaine concentration 2% tns|1% cause adverse transient",
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
        ["aspirate"] = "aspirate|prevention inject slowly vessel",
        ["preProcedureExam"] = "preprocedure|prevention baseline earlier deficit preexisting known weakness",
        ["delayedRecovery"] = "prolonged delayed|pitfall slow late hematoma wear",
        ["discharge"] = "discharge|pitfall slr weakness leave fit release",
        ["nerveRoot"] = "radicular dermatomal|pitfall root evaluation symptom",
        ["sedation"] = "midazolam|pitfall accuracy diagnostic interpretation cause",
    };

    /// <summary>What an empty query shows, by id: what decides at the bedside, in the order it is needed.</summary>
    public static readonly string[] MostUseful =
        ["straightLegRaise", "urgentMri", "from4h", "from24h", "within4h", "motorExam", "reflexes", "discharge", "recoveryOrder", "seriousCauses"];
}
