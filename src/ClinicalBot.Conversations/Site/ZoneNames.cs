namespace ClinicalBot.Conversations.Site;

/// <summary>Names of time zones as an administrator finds them.</summary>
internal static class ZoneNames
{
    /// <summary>The IANA name of a zone that is called as Windows calls it ("Eastern Standard Time"); any other name as it is.</summary>
    public static string? ToIana(string? name) => name is not null && TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) ? iana : name;
}
