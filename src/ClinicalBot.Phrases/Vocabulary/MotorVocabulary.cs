namespace ClinicalBot.Phrases.Vocabulary;

/// <summary>Straight-leg raise, the five motor groups, and phrases that are a finding by themselves (S05, S07, S30).</summary>
internal static class MotorVocabulary
{
    /// <summary>The rows.</summary>
    public static readonly Entry[] Entries =
    [
        new(Term.StraightLegRaise, "slr|slrs|straight leg raise|straight leg raises|straight leg raising|straight leg raise test|active slr|active straight leg raise|leg raise|leg raises|leg raising|heel lift|heel raise off bed"),
        new(Term.Heel, "heel|heels"),
        new(Term.Lift, "lift|lifts|lifting|lifted|raise|raises|raising|raised|elevate|elevates|elevated|off bed|off mattress|leaves bed|leave bed|come off|comes off|get off bed|up off bed|off table|hold up|holds up|off"),
        new(Term.Motor, "motor|motr|moter|mtor|all groups|all muscle groups|all five groups|all 5 groups|groups|group|muscle groups|motor function|motor exam|motor examination|motor power|motor strength|power|strength|muscle power|muscle strength|muscle|muscles|all motor|all motor groups|motor groups|movement|movements|mrc|myotomes|motors|musculature"),
        new(Term.HipFlexion, "hip flexion|hip flexors|hip flexor|hip flex|flex hip|flexes hip|bend hip|hf|iliopsoas|psoas|hip"),
        new(Term.KneeExtension, "knee extension|knee extensors|knee extensor|knee ext|extend knee|extends knee|straighten knee|straightens knee|straightening knee|ke|quads|quad|quadriceps|kick out|leg extension"),
        new(Term.Dorsiflexion, "dorsiflexion|ankle dorsiflexion|dorsi flexion|dorsiflexors|dorsiflexor|ankle dorsiflexors|dorsiflex|dorsiflexes|df|adf|ankle df|foot dorsiflexion|tib ant|tibialis anterior|foot up|pull foot up|pull toes up|lift toes"),
        new(Term.Plantarflexion, "plantarflexion|ankle plantarflexion|plantar flexion|plantarflexors|plantar flexors|plantarflexor|plantarflex|plantar flex|pf|apf|ankle pf|gastroc|gastrocnemius|calf|calves|push off|push down|foot down|push foot down"),
        new(Term.Tiptoe, "tiptoe|tiptoes|tip toe|tip toes|stand on tiptoe|stand on tiptoes|stand on tip toe|stand on tip toes|stand on toes|stand on his toes|stand on her toes|walk on toes|walk on tiptoe|walk on tiptoes|toe walk|toe walking|toe raise|heel raises|heel rise|calf raise|calf raises|single leg heel raise|go up on toes|rise on toes|rise up on toes"),
        new(Term.HeelWalk, "walk on heels|walk on his heels|walk on her heels|heel walk|heel walking|stand on heels|stand on his heels|stand on her heels"),
        new(Term.Toes, "toes|toe|toe movement|toe movements|toe extension|toe extensors|toe flexion|big toe|great toe|big toe extension|great toe extension|ehl|extensor hallucis longus|hallux|fhl|edl|wiggle toes|wiggles toes|wiggling toes|wriggle toes|move toes|moves toes|moving toes|curl toes"),
        new(Term.Knee, "knee|knees"),
        new(Term.Ankle, "ankle|ankles|ankle movement|ankle movements|ankle power|ankle strength"),
        new(Term.Leg, "leg|whole limb power"),
        new(Term.Legs, "legs"),
        new(Term.Foot, "foot|feet|forefoot"),
        new(Term.FootDrop, "foot drop|footdrop|drop foot|dropfoot|dropped foot|foot is dropping|foot drops|foot dropping|foot slap|foot slapping|foot drag|drags foot|dragging foot|dragging left foot|dragging right foot|drags left foot|drags right foot|drags toes|dragging toes|foot is dragging|steppage gait|high stepping gait|slapping gait|toe drag"),
        new(Term.KneeBuckles, "knee buckles|knee buckled|knee buckling|knee keeps buckling|knee is buckling|knees buckle|knees buckled|knees buckling|knee buckle|quads buckle|quad buckles|buckle|buckles|buckled|buckling|knee gives way|knee giving way|knee gave way|knees give way|knee gives out|knee giving out|knee gave out|knee collapses|knee is giving way|knee keeps giving way|knee gives"),
        new(Term.Heavy, "heavy|heaviness|wobbly|shaky|tired leg|jelly"),
        new(Term.Walk, "walk|walks|walking|stand|stands|standing|bear weight|weight bear|weight bearing|weightbear|weightbearing|mobilise|mobilize|mobilising|mobilizing|ambulate|ambulating|ambulates|get up|move|moves|moving|moved"),
        new(Term.NeuroVascular, "nv intact|nvi|n / v intact|neurovascular|neurovascularly|neurovascularly intact|neuro intact|neurologically intact|neuro|neurology|neuro normal|neuro exam normal|nv|neurovasc|cns intact|grossly intact|nvi distally|cms intact|csm intact|csm|cms"),
    ];
}
