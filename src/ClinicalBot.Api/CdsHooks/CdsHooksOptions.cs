using System.ComponentModel.DataAnnotations;

namespace ClinicalBot.Api.CdsHooks;

/// <summary>The CDS Hooks service: section "CdsHooks". Off by default.</summary>
internal sealed class CdsHooksOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "CdsHooks";

    /// <summary>The service is there. Default false.</summary>
    public bool Enabled { get; set; }

    /// <summary>Address clients reach the bot by, such as https://bot.example.org; their tokens are for it. Empty: https:// and PublicHost.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Clinical systems that may call. Local mode asks no one for a token.</summary>
    public IList<CdsClient> Clients { get; } = [];

    /// <summary>Origins of clients that run in a browser, such as https://sandbox.cds-hooks.org.</summary>
    public IList<string> Origins { get; } = [];

    /// <summary>Codes of the block's procedure at the site, each "system|code". Without one every card says that nothing is known.</summary>
    public IList<string> BlockCodes { get; } = [];

    /// <summary>Which observation of the site is which finding.</summary>
    public IList<FindingCode> Findings { get; } = [];

    /// <summary>Findings recorded within this time belong to one exam; an older one no longer reassures. 5 min to 4 h; default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "04:00:00")]
    public TimeSpan ExamSpan { get; set; } = TimeSpan.FromMinutes(30);
}

/// <summary>A clinical system that may call.</summary>
internal sealed class CdsClient
{
    /// <summary>The "iss" of its tokens.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Where its public keys are; a token that names another place is refused.</summary>
    public string Jku { get; set; } = "";

    /// <summary>Its public keys in a file instead, a JSON Web Key Set.</summary>
    public string KeysFile { get; set; } = "";
}

/// <summary>An observation of the site.</summary>
internal sealed class FindingCode
{
    /// <summary>Its code, "system|code".</summary>
    public string Code { get; set; } = "";

    /// <summary>The finding it is, by its path in POST /api/assessments, such as "motor.toes".</summary>
    public string Finding { get; set; } = "";

    /// <summary>Which of its values is which of the finding's. A value that is not here is not known.</summary>
    public IList<ValueCode> Values { get; } = [];
}

/// <summary>A value of an observation.</summary>
internal sealed class ValueCode
{
    /// <summary>"system|code" of a coded value, "true" or "false", or a number such as "4".</summary>
    public string Code { get; set; } = "";

    /// <summary>The finding's value, such as "weak".</summary>
    public string Value { get; set; } = "";
}
