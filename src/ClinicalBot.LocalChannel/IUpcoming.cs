using System.Text.Json.Serialization;

namespace ClinicalBot.LocalChannel;

/// <summary>Tells the page's clock what time brings next. The host answers from its cases and its rota.</summary>
internal interface IUpcoming
{
    /// <summary>The earliest step that time brings by itself; null when there is none.</summary>
    Task<NextStep?> FindNextAsync(CancellationToken cancellationToken);

    /// <summary>Does what the host does every minute by the care clock: notices of shifts, handovers, drills and preflights of the settings.</summary>
    Task DoByItselfAsync(CancellationToken cancellationToken);
}

/// <summary>What time brings next by itself.</summary>
/// <param name="At">When.</param>
/// <param name="Case">Reference of the case.</param>
/// <param name="Kind">What.</param>
internal sealed record NextStep(DateTimeOffset At, string Case, StepKind Kind);

/// <summary>What time brings.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepKind>))]
internal enum StepKind
{
    /// <summary>No answer: the next are called.</summary>
    Call,

    /// <summary>A person who is coming should have arrived.</summary>
    Arrival,

    /// <summary>Something should have been done by then.</summary>
    Target,

    /// <summary>The advice ends, or a recheck is due.</summary>
    Advice,
}
