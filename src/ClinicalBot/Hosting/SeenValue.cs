using System.Text.RegularExpressions;

namespace ClinicalBot.Hosting;

/// <summary>Says with a fault of a setting which value was seen, unless the setting is a secret.</summary>
internal static class SeenValue
{
    private const int Longest = 80;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex Key = new(@"^\w+(:\w+)*", Linear);
    private static readonly Regex Secret = new("Password|Secret|Token|ConnectionString|FeedKeys|Headers|Sid", Linear | RegexOptions.IgnoreCase);

    /// <summary>The fault with the value after what is wrong: "Site:TimeZone is no IANA zone (it is "Mars"). Set it to ...".</summary>
    /// <param name="fault">Begins with the key.</param>
    /// <param name="settings">Where the value stands; null adds nothing.</param>
    public static string Add(string fault, IConfiguration? settings)
    {
        var end = fault.IndexOf(". ", StringComparison.Ordinal);
        var key = Key.Match(fault).Value;
        return end < 0 || settings?[key] is not { Length: > 0 } value || Secret.IsMatch(key)
            || fault[..end].Contains($"is {value}", StringComparison.Ordinal) || fault[..end].Contains($"\"{value}\"", StringComparison.Ordinal)
            ? fault
            : fault.Insert(end, $" (it is \"{(value.Length > Longest ? value[..Longest] + "..." : value)}\")");
    }
}
