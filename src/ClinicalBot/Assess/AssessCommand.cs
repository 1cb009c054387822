using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicalBot.Api.Assessments;
using ClinicalBot.Conversations.Texts;
using ClinicalBot.Phrases;
using ClinicalBot.Rules;

namespace ClinicalBot.Assess;

/// <summary>
/// <c>assess</c>: the rules core in a terminal, without Teams and without a server. It asks finding by finding, or takes the JSON of
/// POST /api/assessments from a file. Nothing is kept, and nobody is called.
/// </summary>
internal static class AssessCommand
{
    private const string Usage = "Usage: assess [--json FILE | -]. Without --json it asks; with it the answer is the JSON of POST /api/assessments.";

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Runs it.</summary>
    /// <param name="words">What follows the command.</param>
    /// <param name="input">Answers, one a line; or the JSON, for "-".</param>
    /// <param name="output">Questions and the decision.</param>
    /// <param name="now">When the patient is examined, where the JSON does not say.</param>
    /// <returns>0; 2 when what was given is not understood.</returns>
    public static async Task<int> RunAsync(string[] words, TextReader input, TextWriter output, DateTimeOffset now)
    {
        switch (words)
        {
            case []:
                return await AskAsync(input, output, now) is { } asked ? await WriteAsync(asked, json: false, output, now) : 2;
            case ["--json", var file]:
                try
                {
                    return await WriteAsync(await (file == "-" ? input.ReadToEndAsync() : File.ReadAllTextAsync(file)), json: true, output, now);
                }
                catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
                {
                    await output.WriteLineAsync($"{file} cannot be read: {failure.Message}");
                    return 2;
                }

            default:
                await output.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task<string?> AskAsync(TextReader input, TextWriter output, DateTimeOffset now)
    {
        await output.WriteLineAsync("An empty line leaves a question open: what is not known never reassures.");
        var exam = new JsonObject { ["assessedAt"] = now.ToString("o", CultureInfo.InvariantCulture) };
        var hours = await AskAsync("Hours since the last injection, such as 3 or 3.5", [], input, output);
        if (hours is { Length: > 0 })
        {
            if (!double.TryParse(hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var since) || since > 30 * 24)
            {
                await output.WriteLineAsync($"\"{hours}\" is no number of hours. Write it as 3 or 3.5.");
                return null;
            }

            exam["blockTime"] = (now - TimeSpan.FromHours(since)).ToString("o", CultureInfo.InvariantCulture);
        }

        foreach (var finding in FindingTable.GravestFirst)
        {
            // "Not given" is what an empty line says.
            string[] values = [.. finding.Values.Where(value => value != "notGiven")];
            var answer = await AskAsync(Say.Label(finding.Path), values, input, output);
            while (answer is { Length: > 0 } && !values.Contains(answer))
            {
                answer = await AskAsync($"\"{answer}\" is none of these. {Say.Label(finding.Path)}", values, input, output);
            }

            if (answer is { Length: > 0 })
            {
                Put(exam, finding.Path.Split('.'), answer);
            }
        }

        return exam.ToJsonString();
    }

    /// <summary>The answer; the beginning of a value is enough where it is one value's only. Null at the end of the input.</summary>
    private static async Task<string?> AskAsync(string question, string[] values, TextReader input, TextWriter output)
    {
        await output.WriteAsync(values.Length == 0 ? $"{question}: " : $"{question} [{string.Join(" | ", values)}]: ");
        var typed = (await input.ReadLineAsync())?.Trim();
        return typed is { Length: > 0 } && values.Where(value => value.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ToList() is [var only]
            ? only : typed;
    }

    private static void Put(JsonObject exam, string[] path, string value)
    {
        var place = exam;
        foreach (var part in path[..^1])
        {
            place[part] ??= new JsonObject();
            place = place[part]!.AsObject();
        }

        place[path[^1]] = value;
    }

    private static async Task<int> WriteAsync(string body, bool json, TextWriter output, DateTimeOffset now)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException problem)
        {
            await output.WriteLineAsync($"This is not valid JSON (line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}).");
            return 2;
        }

        using (document)
        {
            var reader = new AssessmentReader(now);
            var (exam, earlier) = reader.Read(document.RootElement);
            if (reader.Errors.Any)
            {
                foreach (var (path, messages) in reader.Errors.ToDictionary())
                {
                    await output.WriteLineAsync($"{path}: {string.Join(' ', messages)}");
                }

                return 2;
            }

            var decision = RulesCore.Decide(exam, earlier);
            await output.WriteLineAsync(json ? Json(decision) : Words(decision));
            return 0;
        }
    }

    private static string Json(Decision decision)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
        {
            JsonSerializer.Serialize(writer, AssessmentAnswer.Of(decision), AssessmentJson.Default.AssessmentAnswer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Words(Decision decision)
    {
        IEnumerable<string> lines =
        [
            "",
            decision.Headline,
            .. decision.Steps.Select(step => $"  - {step.Text} ({string.Join(", ", step.Sources)})"),
            .. decision.Holds.Select(hold => $"  - Not until {hold.Until}: {hold.Text} ({string.Join(", ", hold.Sources)})"),
            .. decision.Contacts.Select(role => $"  Call: {WireWords<ContactRole>.Of(role)}"),
            .. decision.Missing.Count == 0 ? Array.Empty<string>() : [$"  Not known: {string.Join(", ", decision.Missing)}"],
            .. decision.ValidUntil is { } until ? [$"  Holds until {until:u}."] : Array.Empty<string>(),
            $"Why: {string.Join(", ", decision.Reasons.Select(reason => $"{reason.Rule} ({string.Join(", ", reason.Sources)})"))}",
            "Nobody was called: this command only decides.",
        ];
        return string.Join(Environment.NewLine, lines);
    }
}
