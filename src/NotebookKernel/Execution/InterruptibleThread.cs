using System.Runtime;

namespace NotebookKernel;

/// <summary>How a piece of work ended.</summary>
internal enum Ending
{
    /// <summary>By itself, with a value or an exception.</summary>
    Completed,

    /// <summary>It was stopped.</summary>
    Stopped,

    /// <summary>It was told to stop and did not.</summary>
    Abandoned,
}

/// <summary>Runs work on a thread of its own, and can really stop it there: loops, waits and sleeps.</summary>
/// <remarks>
/// A loop is ended by <see cref="ControlledExecution"/>, a blocked thread by <see cref="Thread.Interrupt"/>. Learnt by failing:
/// every piece of work gets a fresh thread (a second abort of the same thread may never land), and the token is cancelled on yet
/// another thread, since cancelling blocks until the abort has landed.
/// </remarks>
internal sealed class InterruptibleThread
{
    private const int StackSize = 16 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);
    private const int Attempts = 40;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly TaskCompletionSource<(Ending, Exception?)> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private bool _running = true;
    private int _stopping;

    private InterruptibleThread(Action<CancellationToken> work) =>
        _thread = new Thread(() => Body(work), StackSize) { IsBackground = true, Name = "notebook cell" };

    /// <summary>Runs work until it ends, or until a token stops it.</summary>
    public static async Task<(Ending Ending, Exception? Exception)> RunAsync(Action<CancellationToken> work, CancellationToken cancellationToken)
    {
        var run = new InterruptibleThread(work);
        run._thread.Start();
        await using var registration = cancellationToken.UnsafeRegister(_ => run.Stop(), null).ConfigureAwait(false);
        return await run._outcome.Task.ConfigureAwait(false);
    }

    private void Body(Action<CancellationToken> work)
    {
        Exception? thrown = null;
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop a loop in one's own process; the process is a notebook kernel, not a service.
            ControlledExecution.Run(() => work(_stop.Token), _stop.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception e)
        {
            thrown = e;
        }
        lock (_gate)
            _running = false;
        var stopped = thrown is not null && _stop.IsCancellationRequested;
        _outcome.TrySetResult(stopped ? (Ending.Stopped, null) : (Ending.Completed, thrown));
        _ended.Set();
    }

    private void Stop()
    {
        if (Interlocked.Exchange(ref _stopping, 1) != 0)
            return;
        new Thread(_stop.Cancel) { IsBackground = true, Name = "notebook cell abort" }.Start();
        new Thread(Insist) { IsBackground = true, Name = "notebook cell interrupt" }.Start();
    }

    private void Insist()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (_ended.Wait(Patience))
                return;
            lock (_gate)
            {
                if (_running)
                    _thread.Interrupt();
            }
        }
        _outcome.TrySetResult((Ending.Abandoned, null));
    }
}
