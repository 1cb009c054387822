using System.Net.Http.Headers;
using ClinicalBot.Hosting;

namespace ClinicalBot.Operations;

/// <summary>"drill": asks a running bot to begin a drill. Run by a scheduler it is a regular one.</summary>
internal static class DrillCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="arguments">Settings: Drill:Url (http://localhost:3978), Drill:Token for a registered bot.</param>
    /// <param name="output">What became of it.</param>
    /// <returns>Exit code: 0 when it began.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var settings = ProgramBuilder.Create(arguments).Configuration;
        var address = new Uri((settings["Drill:Url"] ?? "http://localhost:3978").TrimEnd('/') + "/api/drill");
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (settings["Drill:Token"] is { Length: > 0 } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var response = await http.SendAsync(request);
            await output.WriteLineAsync(response.IsSuccessStatusCode
                ? "The drill has begun. The coordinator gets the report in chat."
                : $"The drill did not begin ({(int)response.StatusCode}). {await response.Content.ReadAsStringAsync()}");
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (HttpRequestException e)
        {
            await output.WriteLineAsync($"The bot does not answer at {address} ({e.HttpRequestError}). Start it, or set Drill:Url.");
            return 1;
        }
    }
}
