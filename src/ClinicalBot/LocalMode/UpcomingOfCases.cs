using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Escalation;
using ClinicalBot.LocalChannel;
using ClinicalBot.Turns;

namespace ClinicalBot.LocalMode;

/// <summary>What time brings next: the earliest due moment of the open cases.</summary>
internal sealed class UpcomingOfCases(ITurnStore store) : IUpcoming
{
    /// <inheritdoc/>
    public async Task<NextStep?> FindNextAsync(CancellationToken cancellationToken)
    {
        var open = await ReadAsync(OpenCases.Key, CaseFileJson.Default.OpenCases, cancellationToken);
        NextStep? earliest = null;
        foreach (var reference in open?.References ?? [])
        {
            if (await ReadAsync(CaseFile.KeyOf(reference), CaseFileJson.Default.CaseFile, cancellationToken) is { Case: { DueAt: { } due } @case }
                && !(earliest?.At <= due))
            {
                earliest = new NextStep(due, reference, KindOf(@case, due));
            }
        }

        return earliest;
    }

    private static StepKind KindOf(Case @case, DateTimeOffset due) =>
        @case.Run?.DueAt == due ? StepKind.Call
        : @case.Attendance?.Until == due ? StepKind.Arrival
        : StepKind.Advice;

    private async ValueTask<T?> ReadAsync<T>(StateKey key, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        (await store.ReadStateAsync(key, cancellationToken)).Body is { } body ? JsonSerializer.Deserialize(body, type) : null;
}
