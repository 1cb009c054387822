namespace ClinicalBot.Hosting;

/// <summary>The system's time, so much later or earlier. For tests: no result may depend on the hour at which they run.</summary>
internal sealed class OffsetTime(TimeSpan by) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
