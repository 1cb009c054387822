using System.Threading.Channels;

namespace ClinicalBot.LocalChannel;

/// <summary>What an open page is told.</summary>
internal abstract record ChannelEvent
{
    private ChannelEvent()
    {
    }

    /// <summary>An entry is new or changed.</summary>
    public sealed record EntryChanged(Entry Entry) : ChannelEvent;

    /// <summary>A chat was opened or cleared.</summary>
    public sealed record ChatChanged(Chat Chat) : ChannelEvent;

    /// <summary>The bot is typing in a chat.</summary>
    public sealed record Typing(string Chat) : ChannelEvent;

    /// <summary>Nothing happened. A page that does not even get this knows that it is cut off.</summary>
    public sealed record Ping : ChannelEvent;
}

/// <summary>One open page. It is cut off when it reads too slowly, and then asks for what it missed.</summary>
internal sealed class Subscription(IReadOnlyList<ChannelEvent> missed, Action<Subscription> end) : IDisposable
{
    private const int MaxWaiting = 1000;

    private readonly Channel<ChannelEvent> _events =
        Channel.CreateBounded<ChannelEvent>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    /// <summary>What changed before it began.</summary>
    public IReadOnlyList<ChannelEvent> Missed => missed;

    /// <summary>What changes from then on.</summary>
    public ChannelReader<ChannelEvent> Events => _events.Reader;

    /// <summary>Passes an event on.</summary>
    public void Tell(ChannelEvent changed)
    {
        if (!_events.Writer.TryWrite(changed))
        {
            End();
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End() => _events.Writer.TryComplete();

    /// <inheritdoc/>
    public void Dispose() => end(this);
}
