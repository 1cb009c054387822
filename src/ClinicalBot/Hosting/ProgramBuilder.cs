namespace ClinicalBot.Hosting;

/// <summary>The one way the program and its commands read settings.</summary>
internal static class ProgramBuilder
{
    /// <summary>Settings lie beside the program, from whichever folder it is started; environment and arguments win over them.</summary>
    public static WebApplicationBuilder Create(params IEnumerable<string> arguments) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. arguments], ContentRootPath = AppContext.BaseDirectory });
}
