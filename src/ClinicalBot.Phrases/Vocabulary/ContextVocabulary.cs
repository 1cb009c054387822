namespace ClinicalBot.Phrases.Vocabulary;

/// <summary>Circumstances of the block: they never change urgency, only what is considered (S14, S15, S17, S18, S35, S47).</summary>
internal static class ContextVocabulary
{
    /// <summary>The rows.</summary>
    public static readonly Entry[] Entries =
    [
        new(Term.Anticoagulant, "apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|savaysa|lixiana|warfarin|coumadin|jantoven|marevan|acenocoumarol|sintrom|phenprocoumon|marcumar|heparin|ufh|lmwh|enoxaparin|lovenox|clexane|inhixa|dalteparin|fragmin|tinzaparin|innohep|nadroparin|bemiparin|fondaparinux|arixtra|argatroban|bivalirudin|betrixaban"),
        new(Term.AnticoagulantClass, "anticoagulant|anticoagulants|anticoagulation|anticoagulated|anti coagulant|anti coagulants|anti coagulated|anticoag|anticoags|doac|doacs|noac|noacs|vka|blood thinner|blood thinners|thinners|oral anticoagulant|oac"),
        new(Term.Antiplatelet, "aspirin|asa|clopidogrel|plavix|ticagrelor|brilinta|brilique|prasugrel|effient|dipyridamole|antiplatelet|antiplatelets|anti platelet|anti platelets|dapt|cilostazol|ticlopidine|nsaid|nsaids|ibuprofen|naproxen"),
        new(Term.Stopped, "held|hold|holding|stopped|stop|off|paused|withheld|discontinued|ceased|suspended|last dose|last took|bridged|bridging|restarted|restart|resumed|allergic to|allergy|allergy to|used to take|used to be on|previously on|missed|not taking|reversed|prophylaxis|prophylactic|flush|cream|switched|changed from"),
        new(Term.Agent, "lidocaine|lignocaine|xylocaine|lido", "lidocaine"),
        new(Term.Agent, "bupivacaine|marcaine|marcain|sensorcaine|bupi", "bupivacaine"),
        new(Term.Agent, "levobupivacaine|chirocaine|l bupivacaine", "levobupivacaine"),
        new(Term.Agent, "mepivacaine|carbocaine|polocaine|scandicaine|mepi", "mepivacaine"),
        new(Term.Agent, "ropivacaine|naropin|ropi", "ropivacaine"),
        new(Term.Agent, "prilocaine|citanest", "prilocaine"),
        new(Term.Agent, "chloroprocaine|nesacaine|clorotekal", "chloroprocaine"),
        new(Term.Agent, "procaine|novocain|novocaine", "procaine"),
        new(Term.Agent, "tetracaine|amethocaine", "tetracaine"),
        new(Term.Agent, "articaine|septocaine", "articaine"),
        new(Term.Contrast, "contrast|contrast confirmed|contrast confirmation|contrast used|contrast given|contrast yes|with contrast|contrast spread|contrast dye|dye|omnipaque|iohexol|contrast injected"),
        new(Term.Aspirated, "aspirated|aspiration|aspirate|aspiration done|aspiration performed|aspirated before injecting|aspirated before injection|aspirating"),
        new(Term.NegativeAspiration, "negative aspiration|aspiration negative|neg aspiration|aspiration neg|aspirated negative|aspirate negative|aspirated negatively|aspiration was negative|negative aspirate"),
        new(Term.Midazolam, "midazolam|versed|midaz|sedated with midazolam|midazolam sedation|sedation with midazolam|hypnovel|dormicum"),
        new(Term.Sedation, "sedated|sedation|propofol|fentanyl|conscious sedation|unsedated|sedative|sedatives"),
        new(Term.Block, "block|blocks|mbb|mbbs|medial branch block|medial branch blocks|lumbar medial branch block|lumbar mbb|injection|injections|injected|procedure|facet block|facet blocks|facet injection|last injection|last local anesthetic injection|last local anaesthetic injection|last shot|last needle|local|local anesthetic|local anaesthetic|la|nerve block|blocked|jab|the shot|time of injection|time of block|block time|injection time"),
        new(Term.Total, "total|in total|altogether|overall volume|volume in total|per side|for all levels|across levels|combined"),
        new(Term.Filler, "on|takes|taking|take|therapeutic|treatment dose|daily|bd|bid|od|per level|each level|every level|at each level|a level|using|used|given|gave|volume|concentration|agent|local anesthetic used|under fluoro|under fluoroscopy|fluoroscopy|fluoro|xray|done|before injection|before injecting|twice daily|once daily|for af|for afib|for dvt|for pe|for atrial fibrillation"),
    ];
}
