namespace ClinicalBot.Turns;

/// <summary>Counts what is under way, and once closed lets nothing more in.</summary>
internal sealed class Drain
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _inside;
    private bool _closed;

    public bool TryEnter()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                _inside++;
            }

            return !_closed;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _inside--;
            CompleteWhenEmpty();
        }
    }

    /// <summary>Closes; completes when the last one has left.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _closed = true;
            CompleteWhenEmpty();
            return _empty.Task;
        }
    }

    private void CompleteWhenEmpty()
    {
        if (_closed && _inside == 0)
        {
            _empty.TrySetResult();
        }
    }
}
