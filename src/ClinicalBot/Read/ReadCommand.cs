using ClinicalBot.Phrases;
using NodaTime;

namespace ClinicalBot.Read;

/// <summary>
/// <c>read</c>: the way to try a phrase. Each line of the input is <c>topic TAB text</c> (the topic may be left out; <c>\n</c> stands for a line break); each
/// line of the output is one JSON object with what the reader makes of it. Nothing is kept.
/// </summary>
internal static class ReadCommand
{
    /// <summary>Reads until the input ends.</summary>
    /// <param name="input">Lines of <c>topic TAB text</c>.</param>
    /// <param name="stream">Where the JSON goes.</param>
    /// <param name="now">The instant relative times count from.</param>
    /// <returns>0; 2 when a topic is not known.</returns>
    public static async Task<int> RunAsync(TextReader input, Stream stream, DateTimeOffset now)
    {
        // Thousands of lines a second: written in blocks, not line by line.
        await using var output = new StreamWriter(stream);
        while (await input.ReadLineAsync() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var name = tab < 0 ? "" : line[..tab].Trim();
            Topic? topic = null;
            if (name.Length > 0 && name != "-")
            {
                if (!Enum.TryParse<Topic>(name, ignoreCase: true, out var known) || !Enum.IsDefined(known))
                {
                    await output.WriteLineAsync($"There is no topic \"{name}\": {string.Join(", ", Enum.GetNames<Topic>())}.");
                    return 2;
                }

                topic = known;
            }

            var text = line[(tab + 1)..].Replace("\\n", "\n", StringComparison.Ordinal);
            await output.WriteLineAsync(ReadingJson.Write(PhraseReader.Read(text, new PhraseContext(topic, now, DateTimeZone.Utc))));
        }

        return 0;
    }
}
