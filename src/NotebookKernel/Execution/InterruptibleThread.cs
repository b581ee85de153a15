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
/// The gentlest way that helps: first the work is asked (a token, which loops of the cell, waiting for a task and printing heed),
/// then a blocked thread gets <see cref="Thread.Interrupt"/>, and what still runs, loops of a library, is aborted by
/// <see cref="ControlledExecution"/>. Learnt by failing:
/// every piece of work gets a fresh thread (a second abort of the same thread may never land), the abort comes from yet another
/// thread (it blocks until it has landed), and a thread is never aborted while it holds a lock of the outputs. An abort is the last
/// resort because on Linux and macOS it can end the process when it lands in a call (dotnet/runtime#72703).
/// </remarks>
internal sealed class InterruptibleThread
{
    private const int StackSize = 16 << 20;
    private const int Attempts = 80;
    private const int SurelyBlocked = 2;
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongGrace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(75);

    private static readonly AsyncLocal<InterruptibleThread?> Ambient = new();
    private static volatile bool s_everStopped;

    [ThreadStatic]
    private static InterruptibleThread? s_current;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ask = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly TaskCompletionSource<(Ending, Exception?)> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private bool _running = true;
    private int _stopping;
    private int _sections;
    private volatile int _systemThread;
    private int _told;

    private InterruptibleThread(Action<CancellationToken> work) =>
        _thread = new Thread(() => Body(work), StackSize) { IsBackground = true, Name = "notebook cell" };

    /// <summary>The token that the calling code's work is asked by to stop.</summary>
    public static CancellationToken CurrentToken => Ambient.Value?._ask.Token ?? CancellationToken.None;

    /// <summary>Runs work until it ends, or until a token stops it.</summary>
    public static (Ending Ending, Exception? Exception) Run(Action<CancellationToken> work, CancellationToken cancellationToken)
    {
        var run = new InterruptibleThread(work);
        run._thread.Start();
        using var registration = cancellationToken.UnsafeRegister(_ => run.Stop(), null);
        return run._outcome.Task.GetAwaiter().GetResult();
    }

    /// <summary>Throws when the work that the calling code belongs to, on whichever thread, was told to stop.</summary>
    public static void Checkpoint()
    {
        // One read of a field until something was stopped for the first time: loops call this at every turn.
        if (s_everStopped)
            Ambient.Value?._ask.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Does what must not be aborted half-way; on a thread that is being stopped, it is not begun.</summary>
    /// <remarks>Such a thread hears of it by an exception, once: a loop of a
    /// library that prints and catches is left to spin in silence until it is aborted.</remarks>
    public static void Protect(Action action)
    {
        if (s_current is not { } run)
        {
            action();
            return;
        }
        if (run._ask.IsCancellationRequested)
        {
            if (Interlocked.Exchange(ref run._told, 1) == 0)
                throw new OperationCanceledException();
            return;
        }
        Interlocked.Increment(ref run._sections);
        try
        {
            if (!run._ask.IsCancellationRequested)
                action();
        }
        finally
        {
            Interlocked.Decrement(ref run._sections);
        }
    }

    private void Body(Action<CancellationToken> work)
    {
        Exception? thrown = null;
        s_current = this;
        Ambient.Value = this;
        _systemThread = SystemThread.Current;
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop a loop in one's own process; the process is a notebook kernel, not a service.
            ControlledExecution.Run(() => work(_ask.Token), _abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception e)
        {
            thrown = e;
        }
        lock (_gate)
            _running = false;
        var stopped = thrown is not null && _ask.IsCancellationRequested;
        _outcome.TrySetResult(stopped ? (Ending.Stopped, null) : (Ending.Completed, thrown));
        _ended.Set();
    }

    private void Stop()
    {
        if (Interlocked.Exchange(ref _stopping, 1) == 0)
            new Thread(Insist) { IsBackground = true, Name = "notebook cell interrupt" }.Start();
    }

    private void Insist()
    {
        _ask.Cancel();
        s_everStopped = true;
        if (_ended.Wait(Grace))
            return;
        Interrupt();
        if (_ended.Wait(LongGrace))
            return;
        SpinWait.SpinUntil(() => Volatile.Read(ref _sections) == 0, Patience);
        new Thread(_abort.Cancel) { IsBackground = true, Name = "notebook cell abort" }.Start();
        var blocked = 0;
        for (var attempt = 0; attempt < Attempts && blocked < SurelyBlocked; attempt++)
        {
            if (_ended.Wait(Patience))
                return;
            Interrupt();
            blocked = IsBlockedOutside() ? blocked + 1 : 0;
        }
        _outcome.TrySetResult((Ending.Abandoned, null));
    }

    // Nothing reaches a thread that waits in the operating system, say for a pipe. It stops when the system lets it go.
    private bool IsBlockedOutside() => !_thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin) && SystemThread.IsWaiting(_systemThread);

    // Only a thread that is blocked: the request would stay with a running one and hit it later, in a wait of anybody's.
    private void Interrupt()
    {
        lock (_gate)
        {
            if (_running && _thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                _thread.Interrupt();
        }
    }
}
