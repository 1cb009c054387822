using ClinicalBot.Rules;

namespace ClinicalBot.Conversations.Texts;

/// <summary>What values of the rules are called.</summary>
internal static class Words
{
    /// <summary>The urgency's one word.</summary>
    public static string Of(Urgency urgency) => urgency switch
    {
        Urgency.Recovered => Text.UrgencyRecovered,
        Urgency.Expected => Text.UrgencyExpected,
        Urgency.Incomplete => Text.UrgencyIncomplete,
        Urgency.Urgent => Text.UrgencyUrgent,
        _ => Text.UrgencyEmergency,
    };

    /// <summary>A role.</summary>
    public static string Of(ContactRole role) => role switch
    {
        ContactRole.Proceduralist => Text.RoleProceduralist,
        ContactRole.Neurology => Text.RoleNeurology,
        _ => Text.RoleMri,
    };

    /// <summary>A role beside a name and a number, where there is little space.</summary>
    public static string Short(ContactRole role) => role == ContactRole.Proceduralist ? Text.RoleProceduralistShort : Of(role);

    /// <summary>Where a reason comes from.</summary>
    public static string Of(Basis basis) => basis switch
    {
        Basis.Stated => Text.BasisStated,
        Basis.Derived => Text.BasisDerived,
        _ => Text.BasisLocalSafety,
    };
}
