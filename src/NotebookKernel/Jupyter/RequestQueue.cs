namespace NotebookKernel;

/// <summary>Requests that wait for their turn.</summary>
internal sealed class RequestQueue
{
    private readonly LinkedList<JupyterMessage> _waiting = [];
    private bool _closed;

    public void Add(JupyterMessage message)
    {
        lock (_waiting)
        {
            _waiting.AddLast(message);
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>The next request; <see langword="null"/> when the kernel ends.</summary>
    public JupyterMessage? Take()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_waiting);
            if (_closed)
                return null;
            var next = _waiting.First!.Value;
            _waiting.RemoveFirst();
            return next;
        }
    }

    /// <summary>Takes out every waiting request of a type.</summary>
    public List<JupyterMessage> TakeAll(string type)
    {
        lock (_waiting)
        {
            var taken = _waiting.Where(m => m.Type == type).ToList();
            taken.ForEach(m => _waiting.Remove(m));
            return taken;
        }
    }

    public void Close()
    {
        lock (_waiting)
        {
            _closed = true;
            Monitor.PulseAll(_waiting);
        }
    }
}
