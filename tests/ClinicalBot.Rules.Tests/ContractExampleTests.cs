namespace ClinicalBot.Rules.Tests;

/// <summary>The example of the JSON contract, value by value.</summary>
public sealed class ContractExampleTests
{
    private readonly Decision _decision = RulesCore.Decide(Exams.Numb(2.5));

    [Fact]
    public void Decides_what_the_contract_shows()
    {
        Assert.Equal(Urgency.Expected, _decision.Urgency);
        Assert.Equal(Band.Under4h, _decision.Band);
        Assert.Equal(150, _decision.ElapsedMinutes);
        Assert.StartsWith("Expected", _decision.Headline, StringComparison.Ordinal);
        Assert.Equal(Exams.Block.AddHours(4), _decision.ValidUntil);
        Assert.Empty(_decision.Holds);
        Assert.Empty(_decision.Considerations);
        Assert.Empty(_decision.Contacts);
        Assert.Empty(_decision.Missing);
    }

    [Fact]
    public void Gives_the_steps_of_the_contract_in_order()
    {
        Assert.Equal(["documentBaseline", "reassure", "recheck"], _decision.Steps.Select(step => step.Id));
        Assert.Equal(["S26", "S06"], _decision.Steps[0].Sources);
        Assert.Equal(["S24", "S09"], _decision.Steps[1].Sources);
        Assert.Equal(["S24", "S25", "S32"], _decision.Steps[2].Sources);
        Assert.Contains("Sun 22 Nov 12:30 UTC,", _decision.Steps[1].Text, StringComparison.Ordinal);
        Assert.Contains("Sun 22 Nov 12:30 UTC,", _decision.Steps[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_the_reason_of_the_contract()
    {
        var reason = Assert.Single(_decision.Reasons);
        Assert.Equal(("expectedRecovery", Urgency.Expected, Basis.Stated), (reason.Rule, reason.Urgency, reason.Basis));
        Assert.Equal(["S02a", "S24", "S09"], reason.Sources);
    }

    [Fact]
    public void Names_the_ruleset()
    {
        Assert.Equal(("lumbar-mbb-numbness", "1.0.0"), (_decision.Ruleset.Id, _decision.Ruleset.Version));
        Assert.Matches("^[0-9a-f]{64}$", _decision.Ruleset.Sha256);
    }
}
