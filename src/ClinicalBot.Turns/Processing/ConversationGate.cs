namespace ClinicalBot.Turns;

/// <summary>Lets the turns of one conversation through one at a time, in the order they came. Other conversations never wait.</summary>
internal sealed class ConversationGate
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Ticket> _last = [];

    /// <summary>Takes a place in the queue at once, before anything is awaited. Dispose the ticket to let the next one through.</summary>
    public Ticket Enter(string conversation)
    {
        lock (_lock)
        {
            var ticket = new Ticket(this, conversation, _last.GetValueOrDefault(conversation)?.Gone ?? Task.CompletedTask);
            _last[conversation] = ticket;
            return ticket;
        }
    }

    private void Leave(Ticket ticket)
    {
        lock (_lock)
        {
            if (_last.GetValueOrDefault(ticket.Conversation) == ticket)
            {
                _last.Remove(ticket.Conversation);
            }
        }
    }

    /// <summary>A place in the queue.</summary>
    internal sealed class Ticket(ConversationGate gate, string conversation, Task before) : IDisposable
    {
        private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Conversation => conversation;

        public Task Gone => _gone.Task;

        /// <summary>Completes when everyone before has left.</summary>
        public Task Turn => before;

        public void Dispose()
        {
            gate.Leave(this);
            _gone.TrySetResult();
        }
    }
}
