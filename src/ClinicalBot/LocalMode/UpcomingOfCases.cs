using System.Text.Json;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Rota;
using ClinicalBot.Escalation;
using ClinicalBot.LocalChannel;
using ClinicalBot.Turns;

namespace ClinicalBot.LocalMode;

/// <summary>What time brings next: the earliest due moment of the open cases.</summary>
internal sealed class UpcomingOfCases(ITurnStore store, RotaNotices notices, Schedule schedule) : IUpcoming
{
    /// <inheritdoc/>
    public async Task<NextStep?> FindNextAsync(CancellationToken cancellationToken)
    {
        var query = new StateQuery(CaseFile.Scope) { OpenOnly = true, Order = StateOrder.DueFirst, Limit = 1 };
        return await store.FindStateAsync(query, cancellationToken) is [{ State.Body: { } body }]
            && JsonSerializer.Deserialize(body, CaseFileJson.Default.CaseFile) is { Case: { } @case } && Due(@case) is { } due
                ? new NextStep(due, @case.Reference, KindOf(@case, due))
                : null;
    }

    /// <inheritdoc/>
    public async Task DoByItselfAsync(CancellationToken cancellationToken)
    {
        await notices.RunOnceAsync(Cast.TenantId, cancellationToken);
        await schedule.RunOnceAsync(Cast.TenantId, cancellationToken);
    }

    /// <summary>That the same people are alerted again is no step to wait for.</summary>
    private static DateTimeOffset? Due(Case @case) => (@case with { Run = @case.Run is { } run ? run with { AlertAt = null } : null }).DueAt;

    private static StepKind KindOf(Case @case, DateTimeOffset due) =>
        @case.Run?.DueAt == due || @case.Run?.SecondAt == due ? StepKind.Call
        : Responders.Of(@case).Any(each => each.Until == due) ? StepKind.Arrival
        : @case.Advice.ExpiresAt != due && @case.Advice.RecheckAt != due && @case.Advice.EscalateAt != due && Responders.Of(@case).Count > 0 ? StepKind.Target
        : StepKind.Advice;
}
