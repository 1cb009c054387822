using System.Globalization;

namespace ClinicalBot.AdaptiveCards;

/// <summary>Numbers as JavaScript writes them: 1e21 is "1e+21", 0.0000001 is "1e-7", everything between has no exponent.</summary>
internal static class JavaScriptNumber
{
    public static string ToString(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        // "E16" rounds to 17 digits; "R" gives the shortest digits that read back as the same number, as ECMAScript asks.
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var mantissaEnd = shortest.IndexOf('E', StringComparison.Ordinal);
        if (mantissaEnd < 0 && Math.Abs(value) is >= 1e-6 and < 1e21)
        {
            return shortest;
        }

        var (digits, exponent) = Split(shortest, mantissaEnd);
        var sign = value < 0 ? "-" : "";
        if (exponent is >= 21 or < -6)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}";
        }

        return exponent < 0
            ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : digits.Length <= exponent + 1
                ? sign + digits.PadRight(exponent + 1, '0')
                : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    /// <summary>Significant digits and the exponent of the first of them.</summary>
    private static (string Digits, int Exponent) Split(string shortest, int mantissaEnd)
    {
        var mantissa = (mantissaEnd < 0 ? shortest : shortest[..mantissaEnd]).TrimStart('-');
        var exponent = mantissaEnd < 0 ? 0 : int.Parse(shortest.AsSpan(mantissaEnd + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), exponent + whole.Length - 1 - leading);
    }
}
