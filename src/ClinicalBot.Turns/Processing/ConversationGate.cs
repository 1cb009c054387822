namespace ClinicalBot.Turns;

/// <summary>
/// Lets the turns of one conversation through one at a time. Among those that wait, the one that was sent first passes first, as far as
/// their senders say when; else in the order they came. Other conversations never wait.
/// </summary>
internal sealed class ConversationGate
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Ticket>> _waiting = [];
    private List<string>? _held;

    /// <summary>Takes a place in the queue at once, before anything is awaited. Dispose the ticket to let the next one through.</summary>
    /// <param name="conversation">Which queue.</param>
    /// <param name="sentAt">When it was sent, by the channel's clock; null when it does not say.</param>
    public Ticket Enter(string conversation, DateTimeOffset? sentAt = null)
    {
        var ticket = new Ticket(this, conversation, sentAt);
        lock (_lock)
        {
            if (_waiting.TryGetValue(conversation, out var waiting))
            {
                waiting.Insert(PlaceOf(ticket, waiting), ticket);
            }
            else if (_held is { } held)
            {
                _waiting[conversation] = [ticket];
                held.Add(conversation);
            }
            else
            {
                _waiting[conversation] = [];
                ticket.Pass();
            }
        }

        return ticket;
    }

    /// <summary>Starts no conversation until <see cref="Release"/>: who comes meanwhile is put in order. Call once.</summary>
    public void Hold()
    {
        lock (_lock)
        {
            _held = [];
        }
    }

    /// <summary>Lets the first one of each held conversation through.</summary>
    public void Release()
    {
        lock (_lock)
        {
            var held = _held ?? [];
            _held = null;
            held.ForEach(Leave);
        }
    }

    /// <summary>Requests of different connections may come in another order than they were sent: the time they carry puts them right.</summary>
    private static int PlaceOf(Ticket ticket, List<Ticket> waiting)
    {
        var place = waiting.Count;
        while (place > 0 && waiting[place - 1].SentAt > ticket.SentAt)
        {
            place--;
        }

        return place;
    }

    private void Leave(string conversation)
    {
        lock (_lock)
        {
            var waiting = _waiting[conversation];
            if (waiting.Count == 0)
            {
                _waiting.Remove(conversation);
                return;
            }

            var next = waiting[0];
            waiting.RemoveAt(0);
            next.Pass();
        }
    }

    /// <summary>A place in the queue.</summary>
    internal sealed class Ticket(ConversationGate gate, string conversation, DateTimeOffset? sentAt) : IDisposable
    {
        private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _left;

        public DateTimeOffset? SentAt => sentAt;

        /// <summary>Completes when everyone before has left.</summary>
        public Task Turn => _turn.Task;

        public void Pass() => _turn.TrySetResult();

        /// <summary>Lets the next one through. Only who has passed may leave.</summary>
        public void Dispose()
        {
            if (!_left)
            {
                _left = true;
                gate.Leave(conversation);
            }
        }
    }
}
