using ClinicalBot.Storage;

namespace ClinicalBot.Hosting;

/// <summary>The one way the program and its commands read settings.</summary>
internal static class ProgramBuilder
{
    /// <summary>Settings lie beside the program, from whichever folder it is started; environment and arguments win over them.</summary>
    public static WebApplicationBuilder Create(params IEnumerable<string> arguments) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. arguments], ContentRootPath = AppContext.BaseDirectory });

    /// <summary>Where the program with these settings keeps its database.</summary>
    public static StorageOptions Storage(this WebApplicationBuilder builder) =>
        builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();

    /// <summary>Path of the contacts file.</summary>
    public static string ContactsFile(this WebApplicationBuilder builder) => Path.Combine(builder.Environment.ContentRootPath,
        builder.Configuration["Escalation:ContactsFile"] is { Length: > 0 } file ? file : "contacts.json");
}
