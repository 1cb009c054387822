namespace ClinicalBot.Phrases;

/// <summary>The paths of the findings, as in the API, and what the tables of words call their parts and groups.</summary>
internal static class FindingPaths
{
    public const string BlockTime = "blockTime";
    public const string StraightLegRaise = "straightLegRaise";
    public const string Numbness = "numbness";
    public const string Distribution = "distribution";
    public const string Progressive = "redFlags.progressiveMotorWeakness";
    public const string Bilateral = "redFlags.bilateralSymptoms";
    public const string Agent = "context.agent";
    public const string Concentration = "context.concentrationPercent";
    public const string Volume = "context.volumePerLevelMl";
    public const string Side = "context.side";
    public const string Levels = "context.levels";

    // Parts: bowel and bladder, the modalities, and where it is numb.
    public const string Bowel = "bowel";
    public const string Bladder = "bladder";
    public const string Touch = "touch";
    public const string Pinprick = "pinprick";
    public const string Temperature = "temperature";
    public const string Within = "within";
    public const string Unexpected = "unexpected";
    public const string Dermatomal = "dermatomal";

    // Groups, and what is said of a group without saying of which.
    public const string Context = "context";
    public const string Motor = "motor";
    public const string Reflexes = "reflexes";
    public const string Flags = "flags";
    public const string RedFlags = "redFlags";
    public const string AnyMotor = "motor.any";
    public const string AnyFlag = "redFlags.any";
    public const string WellLeg = "leg.well";

    /// <summary>Whether it is a red flag, a part of one, or any.</summary>
    public static bool IsOfFlags(string path) => path is Bladder or Bowel || path.StartsWith(RedFlags, StringComparison.Ordinal);

    /// <summary>Whether it is a circumstance of the block.</summary>
    public static bool IsContext(string path) => path.StartsWith(Context, StringComparison.Ordinal);
}
