namespace ClinicalBot.Phrases.Vocabulary;

/// <summary>Words every topic shares: what joins, negates, doubts, reassures and worsens.</summary>
internal static class GeneralVocabulary
{
    /// <summary>The rows.</summary>
    public static readonly Entry[] Entries =
    [
        new(Term.And, "and|&|plus|also|then|as well as"),
        new(Term.Or, "or|nor|/|and / or"),
        new(Term.But, "but|however|though|although|whereas|while|nevertheless"),
        new(Term.Except, "except|except for|except that|apart from|aside from|other than|bar|save for|excluding|with exception of|minus"),
        new(Term.Otherwise, "otherwise|all else|everything else|rest|remainder|remaining|others|other groups|all others|all other groups"),

        new(Term.Negation, "no|not|non|denies|denied|denying|deny|denial of|without|w / o|never|nil|neither|nope|nah|free of|free from|negative for|neg for|none of|doesnt|does not|dont|do not|didnt|did not|isnt|is not|arent|are not|hasnt|has not|havent|have not|wasnt|werent|aint|no evidence of|no sign of|no signs of|no complaints of|nothing"),
        new(Term.None, "none|none of these|none of those|none of them|none of above|none of four|no to all|no to all four|no to all of them|all no|all negative|all four negative|all four no|no red flags|no flags|negative for all|denies all|denies all four|denies all of these|denies all of them|denies them all|nil of note|no to everything|nothing of these|not any of these|not any of them|none at all|none present|no to each"),
        new(Term.Unsure, "not sure|unsure|not certain|uncertain|unknown|no idea|dont know|do not know|didnt know|doesnt know|not known|dunno|idk|no clue|cant tell|cannot tell|cant say|cannot say|couldnt say|hard to say|unclear|not clear|no info|no information|not recorded|not documented|undocumented|nobody knows|no one knows|skip|pass|skipped|cant remember|dont remember|forgot|not determined|dont recall"),
        new(Term.NotTested, "not tested|not test|untested|not done|not assessed|unassessed|not examined|not checked|not yet tested|not yet assessed|not yet examined|not yet checked|not yet done|not tested yet|not attempted|not elicited yet|nt|n / t|n / a|na|deferred|pending|havent tested|havent checked|havent examined|havent assessed|havent done|havent looked|have not tested|have not checked|have not examined|have not assessed|didnt test|didnt check|did not test|did not check|unable to assess|unable to test|unable to examine|unable to check|cant assess|cant test|cant examine|cant check|cannot assess|cannot test|cannot examine|cannot check|couldnt assess|couldnt test|couldnt examine|couldnt check|too sedated|too sleepy|too drowsy|too sedated to try|too sedated to test|too sedated to assess|too sedated to lift|too sleepy to try|too sleepy to test|too drowsy to try|too sedated to examine|too drowsy to test|unable to cooperate|not cooperative|uncooperative|still to test|still to be tested|to be tested|not able to test|not able to assess|not able to examine|asleep|not been tested|hasnt been tested|hasnt been checked|hasnt been done|has not been tested|not been checked|not been assessed"),
        new(Term.Maybe, "maybe|yet|so far|to date|perhaps|possible|possibly|possibility of|might|may|may have|could be|could have|questionable|query|equivocal|borderline|suspect|suspected|suspicion of|suspicious for|sort of|kind of|subtle|cant rule out|cannot rule out|cant exclude|cannot exclude|couldnt exclude|not excluded|not ruled out|rule out|r / o|rules out|to exclude|exclude|hard to tell|arguably|dubious|doubtful"),
        new(Term.Asking, "what|whats|what is|which|how|when|why|who|define|explain|meaning of|mean by|means|does it mean|is it|is there|are there|is he|is she|do you|do i|should i|should we|shall i|if|in case|in case of|unless|until|watch for|watch out for|look for|look out for|looking for|check for|check|checking|will check|to check|recheck|ask about|asked about|asking about|test for|screen for|screening for|risk of|risk for|worried about|warn about|warned about|told to report|educated about|educated on|monitor for|monitoring for|to examine|examine for|going to|will|advise about|advised about|tell me about|concern for|concern about|concerned about|fear of|prevent"),
        new(Term.NoChange, "no change|no changes|unchanged|no different|no difference|no longer|not improving|not improved|hasnt improved|no improvement|not better|no better|not any better|same|same as before|as before|same as earlier|stable|static|no progress|no worse|not worse|not worsening|not any worse|not changed|hasnt changed|no new|not new|not much|not really|not entirely sure|ish"),
        new(Term.Hedge, "not bad|not too bad|not great|not perfect|not quite|i think|i guess|i believe|i suppose|i hope|i assume|probably|presumably|apparently|supposedly|allegedly|seemingly|hopefully|likely|should be|would be|supposed to be|assumed|assuming|expected to be|im told|im not sure but|reportedly|according to|as far as i know|afaik|as far as i can tell|more or less|roughly speaking|seems|seem|appears|appear|looks|near|quasi|relatively|reasonably|fairly|pretty|grossly|overall|generally|wrong|not true|false|just kidding|jk|lol|nt sure|or so|id say|to be confirmed|tbc|where tested|where examined|where checked|where assessed|when tested|groups tested|per patient|per pt|patient says|pt says|patient states|pt states|patient reports|pt reports|says he|says she|self reported"),
        new(Term.Past, "used to|was|were|had|had been|used to be|previously|before|before block|pre block|preblock|pre procedure|preprocedure|preop|pre op|earlier|initially|yesterday|last week|last month|last year|ago|at first|in recovery|on arrival|on admission|at discharge|preoperatively|prior to|prior|beforehand|last exam|this morning|last night|last time"),
        new(Term.Known, "known|history of|hx of|h / o|pre existing|preexisting|existing|old|chronic|longstanding|long standing|long term|baseline|at baseline|usual|as usual|previous|since childhood|for years|for months|from stroke|after stroke|post stroke|pre procedure deficit|prior deficit|since before block|congenital|residual|normal for her|normal for him|normal for them|normal for patient|normal for pt|good for her|good for him|fine for her|fine for him|ok for her|ok for him"),
        new(Term.Yes, "yes|y|yep|yeah|yup|positive for|confirmed|present since"),

        new(Term.Good, "normal|norm|nl|nml|normla|noraml|nomral|norml|nromal|normall|intact|intct|ok|okay|fine|good|wnl|within normal limits|nad|preserved|unremarkable|no abnormality|no abnormalities|no deficit|no deficits|no abnormality detected|normally|unaffected|spared|satisfactory"),
        new(Term.FullStrength, "full|full force|strong|maximal"),
        new(Term.Able, "able|able to|can|manages|manages to|managed|performed|performs|achieved|achieves|succeeds|passes|passed|does"),
        new(Term.Bad, "abnormal|altered|abnormality|abnormalities|impaired|impairment|deficit|deficits|poor|limited|restricted|affected|lack|lack of|loss|loss of|lost|lacking|asymmetric|asymmetrical|failed|fail|bad|severe|markedly|worst|lax|patulous"),
        new(Term.Bad, "reduced|reduction|decreased|decrease|diminished|sluggish|depressed|hypoactive|dull|dulled|blunted"),
        new(Term.Weak, "weak|weakness|weakened|weakly|feeble|paralysed|paralyzed|paralysis|paresis|paretic|plegia|plegic|flaccid|floppy|powerless|monoparesis|paraparesis|paraplegia|motor block|motor blockade|dense block|dead leg|gives way|giving way|gave way|giving out|gives out|gave out|unsteady|gone weak|went weak|going weak|drags leg|dragging leg|drags left leg|drags right leg|dragging left leg|dragging right leg|gone floppy|went floppy|gone limp|limp"),
        new(Term.Absent, "absent|absence of|missing|nonexistent|zero|abolished|unobtainable|not elicitable|not obtainable|not elicited|not present|not there|cant elicit|cannot elicit|couldnt elicit|unable to elicit|cant get|couldnt get|unable to get"),
        new(Term.Unable, "unable|unable to|cant|cannot|can not|couldnt|could not|wont|will not|fails to|failed to|failing to|stays on bed|stay on bed|stayed on bed|remains on bed|stuck to bed|struggles to|struggling to|struggles|struggling|inability to|not able|not able to|incapable|incapable of|impossible|not possible|barely|hardly|scarcely|too weak to|too painful to|too sore to|refuses to|refuses|declines to|difficulty|difficulty in|hard to|trouble lifting|not managing"),
        new(Term.Present, "present|working|works|functioning|elicited|elicitable|there|obtainable|seen|felt|palpable|both present"),
        new(Term.Partial, "only just|just about|partial|partially|almost|nearly|mostly|largely|mainly|partly|somewhat|partly back|patchy|some|slight|slightly|bit|a bit|little|a little|a touch of|mild|mildly|minimal|minor|incomplete|incompletely|residual numbness|improving|improved|better|recovering|resolving|wearing off|returning|coming back|getting better|less than|fading|trace of|faint|vague"),
        new(Term.Resolved, "resolved|resolved completely|completely resolved|fully resolved|all resolved|fully recovered|recovered|completely recovered|gone|gone now|all gone|completely gone|back to normal|worn off|completely worn off|wore off|cleared|settled|disappeared|subsided|returned to normal"),
        new(Term.Trouble, "trouble|troubles|problem|problems|issue|issues|symptom|symptoms|dysfunction|disturbance|disturbances|involvement|complaint|complaints|change|changes|concern|concerns|signs|sign|difficulties|compromise|upset|signs or symptoms|affected too"),
        new(Term.Returned, "back|is back|are back|come back|came back|has come back|fully back|all back|completely back|returned|has returned|have returned|fully returned|all returned"),
        new(Term.Negative, "negative|neg|- ve|test negative"),
        new(Term.SlrSign, "+ ve|ve|positive|positive test|lasegue|lasegues|crossed slr|painful"),

        new(Term.Left, "left|l|lt|left side|left sided|left hand|lhs|on left"),
        new(Term.Right, "right|r|rt|right side|right sided|rhs|on right"),

        new(Term.Filler, "the|a|an|is|are|be|been|being|on|in|of|to|at|for|from|by|his|her|hers|their|its|this|that|these|those|pt|pts|patient|patients|he|she|they|them|it|with|to|now|currently|at present|at moment|presently|today|fully|completely|totally|entirely|all|everything|every|each|throughout|across|exam|exams|examination|examined|tested|testing|test|assessed|checked|function|functions|against|against gravity|gravity|bed|symmetric|symmetrical|symmetrically|equal|equally|bilaterally equal|as well|has|have|having|any|well|very|please|thanks|thank you|hi|hello|hey|dear|area|areas|region|zone|side|sides|worse leg|affected|affected leg|affected side|blocked side|still|remains|remain|remaining normal|new|as|five|four|all five|all four|active|actively|side to side|limb|limbs|lower limb|lower limbs|lower extremity|lower extremities|le|les|lower|there is|there are|there s|shows|reveals|feels|feel|level|levels|bilaterally symmetrical|i|we|me|us|our|too|does have|is having|got|reports|reporting|complains of|complaining of|c / o|complains|notes|noted|found|findings|finding|says|states|obviously|clearly|definitely|certainly|really|quite|no doubt|without doubt|not only|not just|definite|new onset|onset"),
        new(Term.Limit, "only|just|merely|getting|becoming"),
        new(Term.Filler, "\U0001F44D|\u2705|\u2714|\u2713|\U0001F642|\U0001F60A|\U0001F64F|~"),
        new(Term.Complaint, "back pain|chest pain|abdominal pain|groin pain|hip pain|knee pain|fever|fevers|headache|headaches|other complaints|other problems|other concerns|other issues|allergies|known allergies|nausea|vomiting|swelling|redness|bleeding|bruising|trauma|history|history of trauma|surgery|dvt|af|afib|rash|haematoma|hematoma|infection|discharge|dizziness|oedema|edema"),
    ];

    /// <summary>Everyday words one slip away from a clinical one.</summary>
    public static readonly string[] NeverCorrected =
    [
        "number", "numbers", "ladder", "towel", "paddle", "sadly", "saddled", "cancer", "hear", "heard", "treated", "rested", "board", "about",
        "bowl", "vowel", "block", "blocks", "tables", "after", "their", "there", "these", "those", "other", "under", "right", "weeks", "thing", "tight",
        "think", "third", "three", "hours", "minute", "minutes", "given", "taken", "while", "where", "which", "write", "quite", "quiet", "quick",
        "settle", "battle", "better", "bitter", "letter", "water", "later", "wrong", "doing", "going", "loose", "looser", "close", "noise", "nurse",
        "knees", "needs", "heels", "wheels", "steel", "steal", "small", "stall", "still", "since", "sense", "tense", "tasted", "taste", "toast",
        "tested", "passed", "pushed", "pulled", "called", "moved", "moving", "moves", "morning", "during", "along", "blank", "black", "would", "could",
        "should", "reduce", "induced", "deduced", "inject", "prone", "phone", "shone", "place", "plain", "plane", "brain", "train", "drain", "again",
        "trouble", "double", "flex", "reflect", "reflected", "enable", "unstable", "stable", "notable", "capable", "lumber", "lumbar", "dumb", "thumb",
        "mixed", "focal", "stood", "legal", "feels", "fuels", "felt", "belt", "stool", "tools", "school", "voice", "avoid", "avoided", "invalid", "valid",
        "hasten", "fasten", "listen", "sprained", "strained", "drained", "doctor", "nurses", "wards", "words", "sword", "worker",
        "retained", "detention", "attention", "intention", "mention", "tension", "pension", "extensive", "intensive", "extended",
        "aspire", "inspired", "respired", "contract", "contact", "contrasted", "season", "reason", "lesion", "saddest", "sadness", "perineural",
        "interior", "posterior", "anterior", "motto", "mother", "rotor", "powder", "tower", "lower", "slower", "shower", "flower",
        "bladed", "blamed", "blazer", "urgent", "bowed", "bowels", "voided", "bilingual", "unilateral", "ipsilateral", "contralateral", "collateral",
    ];
}
