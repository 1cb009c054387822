namespace ClinicalBot.Hosting;

/// <summary>
/// What is found wrong with the settings before options are made of them. It is told with everything else that is wrong, when the options are
/// validated at the start; until then it stops nothing.
/// </summary>
internal sealed class SettingFaults
{
    /// <summary>Adds one: key, what is wrong, and the fix.</summary>
    public static void Add(IServiceCollection services, string fault) =>
        services.AddOptions<SettingFaults>().Validate(_ => false, fault).ValidateOnStart();
}
