using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace ClinicalBot.SdkPeer;

/// <summary>What the triage sent in each of its turns: messages, and updates of the message of the turn before.</summary>
/// <param name="Turns">In order; of each, whether it updates, and what it sends.</param>
internal sealed record RehearsedTurns(IReadOnlyList<IReadOnlyList<(bool Updates, Activity Content)>> Turns)
{
    /// <summary>Reads the file that "load triage" writes.</summary>
    public static RehearsedTurns Read(string path) => new(
        [.. JObject.Parse(File.ReadAllText(path))["turns"]!.Select(turn =>
            turn.Select(call => ((string)call["method"]! == "PUT", Content(call["activity"]!))).ToList())]);

    private static Activity Content(JToken activity) => new(ActivityTypes.Message)
    {
        Summary = (string?)activity["summary"],
        Attachments = activity["attachments"]?.ToObject<List<Attachment>>(),
    };
}
