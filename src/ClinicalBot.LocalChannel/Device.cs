using NodaTime;

namespace ClinicalBot.LocalChannel;

/// <summary>What the browser says about its user.</summary>
/// <param name="Locale">BCP 47 tag of the language.</param>
/// <param name="TimeZone">IANA name of the zone.</param>
internal sealed record Device(string? Locale, string? TimeZone)
{
    private const int MaxLength = 64;

    /// <summary>Without what is no name of its kind.</summary>
    public Device Checked() => new(
        Locale is { Length: > 0 and <= MaxLength } && Locale.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? Locale : null,
        TimeZone is { Length: > 0 and <= MaxLength } && DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is not null ? TimeZone : null);
}
