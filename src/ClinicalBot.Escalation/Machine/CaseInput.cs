using ClinicalBot.Rules;

namespace ClinicalBot.Escalation;

/// <summary>What a case can be told. Closed.</summary>
public abstract record CaseInput
{
    private CaseInput()
    {
    }

    /// <summary>Time passed: whatever is due happens.</summary>
    public sealed record Tick : CaseInput;

    /// <summary>A call, or a message to the requester, was taken by the channel.</summary>
    public sealed record Deliver(string Call) : CaseInput;

    /// <summary>A call, or a message to the requester, will never arrive: refused, or every attempt used up.</summary>
    public sealed record Refuse(string Call, string Why) : CaseInput;

    /// <summary>What a person does. It counts only for the case as that person saw it.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Revision">The revision the card showed; for what was typed or examined, the revision that was read for it.</param>
    public abstract record Act(Actor By, int Revision) : CaseInput;

    /// <summary>An exam was finished, completed or corrected.</summary>
    /// <param name="By">Who examined.</param>
    /// <param name="Revision">The revision that was read for it.</param>
    /// <param name="ExamId">The dialog it came from; the same as the last exam's replaces it.</param>
    /// <param name="Assessment">The findings.</param>
    public sealed record Assess(Actor By, int Revision, string ExamId, Assessment Assessment) : Act(By, Revision);

    /// <summary>What made an unfinished exam urgent was taken back. The exam before counts again.</summary>
    /// <param name="By">Who took it back.</param>
    /// <param name="Revision">The revision that was read for it.</param>
    /// <param name="ExamId">The exam, which must be the last and not the first.</param>
    public sealed record Withdraw(Actor By, int Revision, string ExamId) : Act(By, Revision);

    /// <summary>The ward or bay was chosen.</summary>
    public sealed record Locate(Actor By, int Revision, string Location) : Act(By, Revision);

    /// <summary>Opens a closed or voided case again. There is no button for it: the case has to be named.</summary>
    public sealed record Reopen(Actor By, int Revision) : Act(By, Revision);

    /// <summary>The case was about another patient.</summary>
    public sealed record Void(Actor By, int Revision) : Act(By, Revision);

    /// <summary>The case is about the patient of another open case, which is told what it held before this one ends.</summary>
    public sealed record Move(Actor By, int Revision, string Into) : Act(By, Revision);

    /// <summary>A button that was pressed.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Revision">The revision the card showed.</param>
    public abstract record Press(Actor By, int Revision) : Act(By, Revision);

    /// <summary>I am coming.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Revision">The revision the card showed.</param>
    /// <param name="Minutes">One of <see cref="CaseMachine.EtaMinutes"/>.</param>
    /// <param name="Role">For which role, as the person chose it; null when it is to be found.</param>
    public sealed record Acknowledge(Actor By, int Revision, int Minutes, string? Role = null) : Press(By, Revision);

    /// <summary>I was called and cannot come: the next are called at once.</summary>
    public sealed record Decline(Actor By, int Revision) : Press(By, Revision);

    /// <summary>I am coming instead.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Revision">The revision the card showed.</param>
    /// <param name="Role">For which role, as the person chose it; null when it is to be found.</param>
    public sealed record TakeOver(Actor By, int Revision, string? Role = null) : Press(By, Revision);

    /// <summary>I am there.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Revision">The revision the card showed.</param>
    /// <param name="Role">For which role, as the person chose it; null when it is to be found.</param>
    public sealed record AtBedside(Actor By, int Revision, string? Role = null) : Press(By, Revision);

    /// <summary>Do not wait: call the next step at once.</summary>
    public sealed record EscalateNow(Actor By, int Revision) : Press(By, Revision);

    /// <summary>Another role has to come too.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Revision">The revision the card showed.</param>
    /// <param name="Role">The role, as the contacts have it.</param>
    public sealed record CallRole(Actor By, int Revision, string Role) : Press(By, Revision);

    /// <summary>I no longer have it.</summary>
    public sealed record HandBack(Actor By, int Revision) : Press(By, Revision);

    /// <summary>Something was done for the patient.</summary>
    public sealed record Reach(Actor By, int Revision, Milestone What) : Press(By, Revision);

    /// <summary>Whether the advice of the exam that counts was followed.</summary>
    public sealed record GiveFeedback(Actor By, int Revision, Feedback What) : Press(By, Revision);

    /// <summary>It is over.</summary>
    public sealed record Close(Actor By, int Revision, CaseOutcome Outcome) : Press(By, Revision);
}
