using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClinicalBot.AdaptiveCards;

/// <summary>
/// A card in the Adaptive Card Template Language, compiled once. The subset is in <c>docs/card-templates.md</c>; within it the card is
/// what npm <c>adaptivecards-templating</c> gives, except that text from data is escaped where a host renders markdown.
/// Safe to use from many threads.
/// </summary>
public sealed class CardTemplate
{
    // A card travels as JSON, never inside HTML: only what JSON needs is escaped, so that names and arrows stay readable and short.
    private static readonly JsonWriterOptions s_writerOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Instruction[] _program;
    private readonly bool _escape;

    private CardTemplate(string fileName, Instruction[] program, bool escape)
    {
        FileName = fileName;
        _program = program;
        _escape = escape;
    }

    /// <summary>The file it was compiled from, as errors name it.</summary>
    public string FileName { get; }

    /// <summary>Compiles a template.</summary>
    /// <param name="utf8">The template, UTF-8 JSON, with or without a byte order mark.</param>
    /// <param name="fileName">How errors name it.</param>
    /// <exception cref="CardException">It is no JSON or leaves the subset; the message says where.</exception>
    public static CardTemplate Compile(ReadOnlyMemory<byte> utf8, string fileName) => Compile(utf8, fileName, escape: true);

    /// <summary>For the tests: without escaping, the result must be the reference's to the last character.</summary>
    internal static CardTemplate Compile(ReadOnlyMemory<byte> utf8, string fileName, bool escape)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return new CardTemplate(fileName, TemplateCompiler.Compile(utf8, fileName), escape);
    }

    /// <summary>Writes the card as UTF-8 JSON.</summary>
    /// <param name="data">What the template's <c>$root</c> is.</param>
    /// <param name="output">Where the card goes. After an exception it may hold a part of a card.</param>
    /// <exception cref="CardException">The data does not fit the template: null in a sentence, an object where text belongs.</exception>
    public void Expand(JsonElement data, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new Utf8JsonWriter(output, s_writerOptions);
        new Expander(_program, FileName, writer, _escape).Run(data);
        writer.Flush();
    }

    /// <summary>The card as UTF-8 JSON.</summary>
    /// <param name="data">What the template's <c>$root</c> is.</param>
    /// <exception cref="CardException">The data does not fit the template.</exception>
    public byte[] Expand(JsonElement data)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        Expand(data, output);
        return output.WrittenSpan.ToArray();
    }
}
