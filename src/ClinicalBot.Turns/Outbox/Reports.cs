using System.Text.Json;
using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>Makes the turn that is told what became of a message: a timer that is due at once.</summary>
internal static class Reports
{
    /// <param name="report">Who asked.</param>
    /// <param name="outcome">What to tell; the asking turn's own value is added.</param>
    /// <param name="now">System clock. The care clock is never behind it, so the timer is due.</param>
    public static TimerChange Of(OutboxReport report, DeliveryOutcome outcome, DateTimeOffset now)
    {
        var raised = JsonSerializer.Deserialize(report.Event, ProtocolJson.Default.Activity)!;
        raised = raised with
        {
            Timestamp = now,
            Value = JsonSerializer.SerializeToElement(outcome with { Value = raised.Value }, ProtocolJson.Default.DeliveryOutcome),
        };
        var start = new TimerStart(
            ConversationKey.Of(raised.ChannelId, raised.Conversation?.Id),
            now,
            JsonSerializer.SerializeToUtf8Bytes(raised, ProtocolJson.Default.Activity));
        return new TimerChange("report:" + outcome.MessageKey, start);
    }
}
