using System.Globalization;

namespace ClinicalBot.LocalChannel;

/// <summary>
/// What every chat holds now, kept over a restart and told to every open page. Each change gets a number, so that a page that was away
/// asks for what changed since.
/// </summary>
internal sealed class Transcript(TranscriptFile file, TimeProvider time) : IDisposable
{
    /// <summary>A chat keeps this many entries; the oldest go.</summary>
    public const int MaxEntries = 400;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly Dictionary<string, Chat> _chats = [];
    private readonly List<Subscription> _pages = [];
    private long _last;

    /// <summary>Reads what was kept, and cleans the file up. Call once, when no other process can hold the file.</summary>
    public void Load()
    {
        lock (_lock)
        {
            foreach (var line in file.Read())
            {
                Keep(line);
                _last = Math.Max(_last, Math.Max(line.Entry?.Version ?? 0, line.Chat?.Version ?? 0));
            }

            foreach (var chat in _chats.Values)
            {
                Trim(chat);
            }

            file.Rewrite(Lines());
        }
    }

    /// <summary>A number never given before, also not by a transcript that was deleted: Unix milliseconds, or the next free one.</summary>
    public long NextNumber()
    {
        lock (_lock)
        {
            return Next();
        }
    }

    /// <summary>The entry of an activity; null when it is gone or never was.</summary>
    public Entry? Find(string? activityId)
    {
        lock (_lock)
        {
            return activityId is null ? null : _entries.GetValueOrDefault(activityId);
        }
    }

    /// <summary>The chat with a key; null when it was never opened.</summary>
    public Chat? FindChat(string key)
    {
        lock (_lock)
        {
            return _chats.GetValueOrDefault(key);
        }
    }

    /// <summary>Entries that were on their way when the process ended, oldest first.</summary>
    public IReadOnlyList<Entry> Undelivered()
    {
        lock (_lock)
        {
            return [.. _entries.Values.Where(entry => entry.Delivery == Delivery.Sending).OrderBy(Order)];
        }
    }

    /// <summary>Adds an entry, once per <see cref="Entry.ClientId"/>.</summary>
    /// <param name="chat">Its chat.</param>
    /// <param name="clientId">The page's id of what was done; null for what the bot sent.</param>
    /// <param name="make">Makes the entry for a new activity id.</param>
    /// <returns>The entry, and whether it is new.</returns>
    public (Entry Entry, bool IsNew) Add(string chat, string? clientId, Func<string, Entry> make)
    {
        lock (_lock)
        {
            if (clientId is not null && _entries.Values.FirstOrDefault(entry => entry.ClientId == clientId && entry.Chat == chat) is { } before)
            {
                return (before, false);
            }

            var entry = Save(make(Next().ToString(CultureInfo.InvariantCulture)) with { ClientId = clientId });
            Trim(_chats[chat]);
            return (entry, true);
        }
    }

    /// <summary>Changes an entry; null when it is gone.</summary>
    public Entry? Change(string activityId, Func<Entry, Entry> change)
    {
        lock (_lock)
        {
            return _entries.TryGetValue(activityId, out var entry) ? Save(change(entry)) : null;
        }
    }

    /// <summary>Opens a chat in a conversation, or moves it to another and forgets what was said.</summary>
    public void StartConversation(string key, string conversationId)
    {
        lock (_lock)
        {
            var version = Next();
            Keep(new TranscriptLine(null, new Chat(key, conversationId) { Version = version, ClearedUpTo = version }));
            file.Rewrite(Lines());
            Tell(new ChannelEvent.ChatChanged(_chats[key]));
        }
    }

    /// <summary>Follows the transcript: first what changed after a version, then every change.</summary>
    public Subscription Subscribe(long after)
    {
        lock (_lock)
        {
            var events = _chats.Values.Where(chat => chat.Version > after)
                .Select(chat => (chat.Version, Event: (ChannelEvent)new ChannelEvent.ChatChanged(chat)))
                .Concat(_entries.Values.Where(entry => entry.Version > after)
                    .Select(entry => (entry.Version, Event: (ChannelEvent)new ChannelEvent.EntryChanged(entry))))
                .OrderBy(changed => changed.Version)
                .Select(changed => changed.Event)
                .ToArray();
            var page = new Subscription(events, Unsubscribe);
            _pages.Add(page);
            return page;
        }
    }

    /// <summary>Tells open pages what is not kept.</summary>
    public void Tell(ChannelEvent passing)
    {
        lock (_lock)
        {
            _pages.ForEach(page => page.Tell(passing));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static long Order(Entry entry) =>
        long.TryParse(entry.Activity.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0;

    private long Next() => _last = Math.Max(_last + 1, time.GetUtcNow().ToUnixTimeMilliseconds());

    private Entry Save(Entry changed)
    {
        var entry = changed with { Version = Next() };
        var line = new TranscriptLine(entry, null);
        file.Append(line);
        Keep(line);
        if (file.Lines > 10 * MaxEntries)
        {
            file.Rewrite(Lines());
        }

        Tell(new ChannelEvent.EntryChanged(entry));
        return entry;
    }

    private void Keep(TranscriptLine line)
    {
        if (line.Entry is { Activity.Id: { } id } entry)
        {
            _entries[id] = entry;
        }

        if (line.Chat is { Key.Length: > 0 } chat)
        {
            _chats[chat.Key] = chat;
            foreach (var old in _entries.Values.Where(old => old.Chat == chat.Key && old.Version <= chat.ClearedUpTo).ToArray())
            {
                _entries.Remove(old.Activity.Id!);
            }
        }
    }

    private void Trim(Chat chat)
    {
        var entries = _entries.Values.Where(entry => entry.Chat == chat.Key).ToArray();
        foreach (var old in entries.OrderBy(Order).Take(entries.Length - MaxEntries))
        {
            _entries.Remove(old.Activity.Id!);
        }
    }

    private IEnumerable<TranscriptLine> Lines() =>
        _chats.Values.Select(chat => new TranscriptLine(null, chat))
            .Concat(_entries.Values.OrderBy(entry => entry.Version).Select(entry => new TranscriptLine(entry, null)));

    private void Unsubscribe(Subscription page)
    {
        lock (_lock)
        {
            _pages.Remove(page);
        }
    }
}
