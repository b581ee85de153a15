using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace NotebookKernel;

/// <summary>What keeps a kernel's process alive, and ends it: exceptions on other threads, signals, <c>Environment.Exit</c>, the parent's death.</summary>
public sealed class ProcessGuards : IDisposable
{
    private static readonly TimeSpan LongestExit = TimeSpan.FromSeconds(3);

    private readonly JupyterKernel _kernel;
    private readonly List<PosixSignalRegistration> _signals = [];
    private volatile bool _exiting;

    private ProcessGuards(JupyterKernel kernel) => _kernel = kernel;

    /// <summary>Puts the guards up, once in a process.</summary>
    public static ProcessGuards Install(JupyterKernel kernel)
    {
        var guards = new ProcessGuards(kernel);
        kernel.OwnProcessOutput();
        ExceptionHandling.SetUnhandledExceptionHandler(Survive);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => guards.OnProcessExit();
        guards.On(PosixSignal.SIGINT, kernel.Interrupt);
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT })
            guards.On(signal, kernel.Shutdown);
        ParentWatch.Start(kernel.Shutdown);
        return guards;
    }

    /// <summary>Ends the process, even when threads of a cell do not want to.</summary>
    public void Exit()
    {
        _exiting = true;
        new Thread(() =>
        {
            Thread.Sleep(LongestExit);
            Environment.FailFast(null);
        })
        { IsBackground = true }.Start();
        Environment.Exit(0);
    }

    /// <inheritdoc/>
    public void Dispose() => _signals.ForEach(s => s.Dispose());

    // The thread is lost, the process is not.
    private static bool Survive(Exception exception)
    {
        var message = $"{exception.GetType().Name}: {exception.Message} (on a thread that a cell started; nothing handled it)\n{exception.StackTrace}";
        if ((SessionOutput.Current ?? SessionOutput.Default) is { } session)
            session.Write("stderr", message + "\n");
        else
            KernelLog.Write(message);
        return true;
    }

    private void OnProcessExit()
    {
        if (_exiting)
            return;
        _exiting = true;
        _kernel.LastWords($"The kernel ends: a cell called Environment.Exit({Environment.ExitCode}).");
    }

    private void On(PosixSignal signal, Action act) => _signals.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        act();
    }));
}
