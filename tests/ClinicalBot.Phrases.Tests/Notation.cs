using System.Globalization;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Phrases.Tests;

/// <summary>
/// A reading in one line: "slr:able motor:normal", "knee:weak", "flags:no", "time:11:30", "?saddle" (asked, nothing counts), "!saddle" (contradiction,
/// the worst counts), "~df" (adverse without saying where, the worst counts). What is not mentioned is not written.
/// </summary>
internal static class Notation
{
    public static string Of(Reading reading)
    {
        var words = new List<string>();
        Add(words, "outside", reading.Outside);
        Add(words, "time", Time(reading.BlockTime));
        Add(words, "numb", reading.Numbness);
        Add(words, "where", reading.Distribution);
        Add(words, "radicular", reading.RadicularSymptoms);
        Add(words, "slr", reading.StraightLegRaise);
        AddAll(words, "motor", ("hip", reading.HipFlexion), ("knee", reading.KneeExtension), ("df", reading.AnkleDorsiflexion),
            ("pf", reading.AnklePlantarflexion), ("toes", reading.Toes));
        AddAll(words, "reflexes", ("kj", reading.KneeReflex), ("aj", reading.AnkleReflex));
        AddAll(
            words,
            "flags",
            ("progressive", reading.ProgressiveMotorWeakness),
            ("saddle", reading.SaddleAnesthesia),
            ("bb", reading.BowelBladderDysfunction),
            ("bilateral", reading.BilateralSymptoms));
        Add(words, "anticoagulated", reading.Anticoagulated);
        Add(words, "contrast", reading.ContrastConfirmed);
        Add(words, "aspirated", reading.Aspirated);
        Add(words, "midazolam", reading.SedatedWithMidazolam);
        Add(words, "agent", reading.Agent);
        Add(words, "percent", reading.ConcentrationPercent?.ToString(CultureInfo.InvariantCulture));
        Add(words, "ml", reading.VolumePerLevelMl?.ToString(CultureInfo.InvariantCulture));
        Add(words, "side", reading.Side);
        Add(words, "levels", reading.Levels);
        Add(words, "skipped", reading.ContextSkipped ? "yes" : null);
        Add(words, "known", reading.KnownEarlierDeficit ? "yes" : null);
        Add(words, "answer", reading.Confirmation);
        Add(words, "toolong", reading.TooLong ? "yes" : null);
        words.AddRange(reading.Doubts.Select(d => Mark(d.Kind) + Short(d.Finding)));
        return string.Join(' ', words);
    }

    private static void Add(List<string> words, string name, object? value)
    {
        if (value is not null)
        {
            words.Add($"{name}:{value.ToString()!.ToLowerInvariant()}");
        }
    }

    private static void AddAll<T>(List<string> words, string all, params (string Name, T? Value)[] parts)
        where T : struct
    {
        if (parts.All(p => p.Value is not null && p.Value.Equals(parts[0].Value)))
        {
            Add(words, all, parts[0].Value);
            return;
        }

        foreach (var (name, value) in parts)
        {
            Add(words, name, value);
        }
    }

    private static string? Time(BlockTimeReading? time) => time switch
    {
        null => null,
        BlockTimeReading.Known known => known.At.ToString("MM-dd'T'HH:mm", CultureInfo.InvariantCulture) + (known.NeedsConfirmation ? "?" : ""),
        BlockTimeReading.Unknown => "unknown",
        BlockTimeReading.Refused refused => refused.InFuture ? "future" : "old",
        _ => "other",
    };

    private static string Mark(DoubtKind kind) => kind switch
    {
        DoubtKind.Contradiction => "!",
        DoubtKind.Unclear => "?",
        _ => "~",
    };

    /// <summary>The short name of a finding, e.g. "df" for "motor.ankleDorsiflexion".</summary>
    public static string Short(string finding) => finding switch
    {
        "straightLegRaise" => "slr",
        "motor.hipFlexion" => "hip",
        "motor.kneeExtension" => "knee",
        "motor.ankleDorsiflexion" => "df",
        "motor.anklePlantarflexion" => "pf",
        "motor.toes" => "toes",
        "reflexes.knee" => "kj",
        "reflexes.ankle" => "aj",
        "redFlags.progressiveMotorWeakness" => "progressive",
        "redFlags.saddleAnesthesia" => "saddle",
        "redFlags.bowelBladderDysfunction" => "bb",
        "redFlags.bilateralSymptoms" => "bilateral",
        "numbness" => "numb",
        "distribution" => "where",
        "radicularSymptoms" => "radicular",
        "blockTime" => "time",
        _ => finding[(finding.IndexOf('.', StringComparison.Ordinal) + 1)..],
    };
}
