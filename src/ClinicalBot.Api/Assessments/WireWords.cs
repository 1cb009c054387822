using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicalBot.Api.Assessments;

/// <summary>The camelCase words that the values of an enum are on the wire.</summary>
internal static class WireWords<TEnum>
    where TEnum : struct, Enum
{
    public static readonly FrozenDictionary<string, TEnum> ByWord = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<TEnum, string> ByValue = ByWord.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(TEnum value) => ByValue[value];
}

/// <summary>Writes an enum as its camelCase word.</summary>
internal sealed class WireWordConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
