using System.Collections.Concurrent;

namespace NotebookKernel;

/// <summary>Brings what follows an <c>await</c> back to the cell's own thread, where it can be interrupted.</summary>
/// <remarks>Only while that thread waits for the cell's task. When it is blocked in a <c>.Result</c>, or busy for longer, continuations
/// run on the thread pool: a plain single-threaded context would deadlock there.</remarks>
internal sealed class CellPump : SynchronizationContext
{
    // How long a continuation waits for a busy thread, in milliseconds.
    private const long Patience = 100;

    private readonly Thread _cell = Thread.CurrentThread;
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private readonly SemaphoreSlim _ready = new(0);
    private readonly TaskCompletionSource _fault = new();
    private volatile bool _pumping;

    public override void Post(SendOrPostCallback d, object? state)
    {
        _queue.Enqueue((d, state));
        if (_pumping)
            _ready.Release();
        else
            QueueToPool(Environment.TickCount64 + Patience);
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs continuations until the task is complete, and gives its value.</summary>
    public T Run<T>(Task<T> task, CancellationToken cancellationToken)
    {
        try
        {
            _pumping = true;
            // Where the task ends, not on the thread pool, which may be full.
            if (!task.IsCompleted)
                _ = Task.WhenAny(task, _fault.Task).ContinueWith(_ => _ready.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted && !_fault.Task.IsCompleted)
            {
                if (!RunOne())
                    _ready.Wait(cancellationToken);
            }
            if (!task.IsCompleted)
                _fault.Task.GetAwaiter().GetResult();
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            _pumping = false;
            for (var i = _queue.Count; i > 0; i--)
                QueueToPool(deadline: 0);
        }
    }

    private bool RunOne()
    {
        if (!_queue.TryDequeue(out var work))
            return false;
        work.Callback(work.State);
        return true;
    }

    private void QueueToPool(long deadline) =>
        ThreadPool.UnsafeQueueUserWorkItem(static work => work.Pump.RunOnPool(work.Deadline), (Pump: this, Deadline: deadline), preferLocal: false);

    // An async void method posts its exception: it ends the cell that still runs, and never the process.
    private void RunOnPool(long deadline)
    {
        while (!_pumping && !_cell.ThreadState.HasFlag(ThreadState.WaitSleepJoin) && Environment.TickCount64 < deadline)
            Thread.Sleep(0);
        if (_pumping)
        {
            _ready.Release();
            return;
        }
        SetSynchronizationContext(this);
        try
        {
            RunOne();
        }
        catch (Exception e)
        {
            _fault.TrySetException(e);
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    }
}
