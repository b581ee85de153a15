using System.Diagnostics;

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

/// <summary>Runs work on a thread of its own, and can stop it there: loops, waits and sleeps.</summary>
/// <remarks>
/// First the work is asked (a token, which the cell's own loops and functions, waiting for a task, and printing heed), then a blocked thread
/// gets <see cref="Thread.Interrupt"/>, as often as it blocks. What heeds neither, a loop inside a library or a wait in the operating system,
/// is left behind. It is not aborted: on Linux that was seen to end the whole process within ten tries (docs/decisions/0004).
/// </remarks>
internal sealed class InterruptibleThread
{
    private const int StackSize = 16 << 20;
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);

    // When a thread counts as deaf: by what it does, because on a busy machine time alone says nothing.
    private const int DeafWhenBlocked = 4;
    private static readonly TimeSpan DeafWhenBusy = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DeafAnyway = TimeSpan.FromSeconds(10);

    private static readonly AsyncLocal<InterruptibleThread?> Ambient = new();
    private static volatile bool s_everStopped;

    [ThreadStatic]
    private static InterruptibleThread? s_current;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ask = new();
    private readonly ManualResetEventSlim _ended = new();
    private readonly TaskCompletionSource<(Ending, Exception?)> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private bool _running = true;
    private int _stopping;
    private volatile int _systemThread;
    private volatile bool _isOurs;
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

    /// <summary>Does what the work asks of the kernel, say to show a value; for a thread that is being stopped, nothing is done any more.</summary>
    /// <remarks>Such a thread hears of it by an exception, once: a loop of a library that prints and catches is left to spin in silence.</remarks>
    public static void IfNotStopped(Action action)
    {
        if (s_current is not { } run || !run._ask.IsCancellationRequested)
            action();
        else if (Interlocked.Exchange(ref run._told, 1) == 0)
            throw new OperationCanceledException();
    }

    /// <summary>Does what is the kernel's own part of the work, such as compiling: it heeds the token, and is given the time for it.</summary>
    public static T Ours<T>(Func<T> work)
    {
        if (s_current is not { } run)
            return work();
        run._isOurs = true;
        try
        {
            return work();
        }
        finally
        {
            run._isOurs = false;
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
            work(_ask.Token);
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
        s_everStopped = true;
        _ask.Cancel();
        var (watch, blocked, before) = (Stopwatch.StartNew(), 0, SystemThread.CpuTime(_systemThread));
        while (!_ended.Wait(Grace))
        {
            Interrupt();
            if (_isOurs)
                continue;
            blocked = IsBlockedOutside() ? blocked + 1 : 0;
            if (blocked == DeafWhenBlocked || watch.Elapsed > DeafAnyway || SystemThread.CpuTime(_systemThread) - before > DeafWhenBusy)
            {
                _outcome.TrySetResult((Ending.Abandoned, null));
                return;
            }
        }
    }

    // Nothing reaches a thread that waits in the operating system, say for a pipe. It stops when the system lets it go.
    private bool IsBlockedOutside() => !_thread.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin) && SystemThread.IsWaiting(_systemThread);

    // Only a thread that is blocked: the request would stay with a running one and hit it later, in a wait of anybody's.
    private void Interrupt()
    {
        lock (_gate)
        {
            if (_running && _thread.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin))
                _thread.Interrupt();
        }
    }
}
