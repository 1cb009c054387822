using ClinicalBot.BotFramework;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Contacts;

namespace ClinicalBot.Conversations.Cases;

/// <summary>Records that are no case's, kept beside them in the same way: one of each for a tenant, its end in a document of the same name.</summary>
internal static class OtherRecords
{
    /// <summary>What clinicians did with the cards of the CDS Hooks service.</summary>
    public const string CdsHooks = "cds-hooks";

    /// <summary>A record is no case's.</summary>
    /// <param name="record">Name of the record.</param>
    public static bool IsOther(string record) => RotaFile.IsRecord(record) || IsCdsHooks(record) || AdministrationFile.IsRecord(record);

    /// <summary>A record is that of the CDS Hooks service.</summary>
    /// <param name="record">Name of the record.</param>
    public static bool IsCdsHooks(string record) => record.EndsWith("/" + CdsHooks, StringComparison.Ordinal);

    /// <summary>Where the end of such a record is kept.</summary>
    /// <param name="record">Name of the record.</param>
    public static StateKey KeyOfCdsHooks(string record) => StateKey.Stored(CdsHooks, record);
}
