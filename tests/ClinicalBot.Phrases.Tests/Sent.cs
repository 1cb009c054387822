using ClinicalBot.Phrases;
using NodaTime;

namespace ClinicalBot.Phrases.Tests;

/// <summary>A message sent on Sunday 22 November 2026 at 15:00, London time.</summary>
internal static class Sent
{
    public static readonly DateTimeOffset At = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    public static Reading Read(Topic? topic, string text) => Read(topic, text, At, "Europe/London");

    public static Reading Read(Topic? topic, string text, DateTimeOffset at, string zone) =>
        PhraseReader.Read(text, new PhraseContext(topic, at, DateTimeZoneProviders.Tzdb[zone]));
}
