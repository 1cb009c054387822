using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClinicalBot.AdaptiveCards;

/// <summary>All cards, compiled at start. A card's name is its file name without ".json". Safe to use from many threads.</summary>
public sealed class CardLibrary
{
    private readonly FrozenDictionary<string, CardTemplate> _templates;

    private CardLibrary(IEnumerable<KeyValuePair<string, CardTemplate>> templates) =>
        _templates = templates.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names => field ??= [.. _templates.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Compiles every *.json of a directory but the samples (*.sample.json, *.NAME.sample.json is one too).</summary>
    /// <param name="directory">e.g. "cards" beside the program.</param>
    /// <exception cref="CardException">A template is refused, or there is none at all.</exception>
    public static CardLibrary Load(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var files = Directory.Exists(directory) ? Directory.GetFiles(directory, "*.json").Where(IsTemplate).ToList() : [];
        return files.Count == 0
            ? throw new CardException($"{directory} holds no card template (*.json)")
            : new CardLibrary(files.Select(file => Compile(Path.GetFileName(file), File.ReadAllBytes(file))));
    }

    /// <summary>Compiles every embedded resource whose name begins with a prefix and ends with ".json", but the samples.</summary>
    /// <param name="assembly">Where the resources are.</param>
    /// <param name="prefix">e.g. "cards/"; what follows is the file name.</param>
    /// <exception cref="CardException">A template is refused, or there is none at all.</exception>
    public static CardLibrary Load(Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(prefix);
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && IsTemplate(name))
            .ToList();
        return names.Count == 0
            ? throw new CardException($"{assembly.GetName().Name} embeds no card template ({prefix}*.json)")
            : new CardLibrary(names.Select(name => Compile(name[prefix.Length..], Read(assembly, name))));
    }

    /// <summary>The card as UTF-8 JSON.</summary>
    /// <param name="name">The card's name.</param>
    /// <param name="data">Its data.</param>
    /// <exception cref="CardException">There is no such card, or the data does not fit it.</exception>
    public byte[] Expand(string name, JsonElement data) => Find(name).Expand(data);

    /// <summary>The card as UTF-8 JSON.</summary>
    /// <typeparam name="T">The card's view model.</typeparam>
    /// <param name="name">The card's name.</param>
    /// <param name="model">Its data.</param>
    /// <param name="typeInfo">Source-generated; its naming policy decides the names the template uses.</param>
    /// <exception cref="CardException">There is no such card, or the data does not fit it.</exception>
    public byte[] Expand<T>(string name, T model, JsonTypeInfo<T> typeInfo) =>
        Find(name).Expand(JsonSerializer.SerializeToElement(model, typeInfo));

    /// <summary>The card as a JSON value.</summary>
    /// <typeparam name="T">The card's view model.</typeparam>
    /// <param name="name">The card's name.</param>
    /// <param name="model">Its data.</param>
    /// <param name="typeInfo">Source-generated; its naming policy decides the names the template uses.</param>
    /// <exception cref="CardException">There is no such card, or the data does not fit it.</exception>
    public JsonElement ExpandToElement<T>(string name, T model, JsonTypeInfo<T> typeInfo)
    {
        var scratch = Scratch.OfThisThread;
        using var data = scratch.Write(model, typeInfo);
        return scratch.Read(Find(name), data.RootElement);
    }

    /// <summary>The compiled template.</summary>
    /// <param name="name">The card's name.</param>
    /// <exception cref="CardException">There is no such card.</exception>
    public CardTemplate Find(string name) =>
        _templates.TryGetValue(name, out var template)
            ? template
            : throw new CardException($"there is no card \"{name}\"; there are {string.Join(", ", Names)}");

    private static bool IsTemplate(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal) && !path.EndsWith(".sample.json", StringComparison.Ordinal);

    private static KeyValuePair<string, CardTemplate> Compile(string fileName, byte[] utf8) =>
        new(Path.GetFileNameWithoutExtension(fileName), CardTemplate.Compile(utf8, fileName));

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var utf8 = new byte[stream.Length];
        stream.ReadExactly(utf8);
        return utf8;
    }
}
