namespace ClinicalBot.Paging;

/// <summary>Phone numbers as networks take them.</summary>
public static class PhoneNumbers
{
    private static readonly global::PhoneNumbers.PhoneNumberUtil Util = global::PhoneNumbers.PhoneNumberUtil.GetInstance();

    /// <summary>The number with its country code (+15550110), null when it is none that can be dialed from outside, such as an extension.</summary>
    /// <param name="text">As a person dials it; may be null.</param>
    /// <param name="region">ISO country of a number without a country code.</param>
    public static string? E164(string? text, string region)
    {
        try
        {
            var number = Util.Parse(text, region);
            return Util.IsPossibleNumber(number) && !number.HasExtension ? Util.Format(number, global::PhoneNumbers.PhoneNumberFormat.E164) : null;
        }
        catch (global::PhoneNumbers.NumberParseException)
        {
            return null;
        }
    }

    /// <summary>There is a country of these two letters.</summary>
    public static bool IsRegion(string region) => Util.GetSupportedRegions().Contains(region);
}
