using System.Collections.Concurrent;

namespace ClinicalBot.BotFramework;

/// <summary>
/// The connectors that verified tokens named since the program started. Channels use few, and one that is forgotten comes back with its next token.
/// </summary>
internal sealed class VerifiedServiceUrls
{
    private const int MaxKept = 1000;

    private readonly ConcurrentDictionary<string, bool> _urls = new(StringComparer.Ordinal);

    public void Add(string serviceUrl)
    {
        if (_urls.Count >= MaxKept)
        {
            _urls.Clear();
        }

        if (Key(serviceUrl) is { } key)
        {
            _urls[key] = true;
        }
    }

    public bool Contains(Uri serviceUrl) => _urls.ContainsKey(Key(serviceUrl));

    private static string? Key(string serviceUrl) => ServiceUrl.TryParse(serviceUrl, out var uri) ? Key(uri) : null;

    private static string Key(Uri serviceUrl) => serviceUrl.AbsoluteUri.TrimEnd('/');
}
