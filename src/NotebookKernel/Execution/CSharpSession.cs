using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>One notebook's C#: cells see what earlier cells declared.</summary>
/// <remarks>
/// Each session loads its own copies of the assemblies that it references, so a library's static state is one session's alone;
/// only the display library is the host's. Sessions may run side by side in one process; the cells of one session run one
/// after the other. A cell that is interrupted or fails keeps what it had assigned until then.
/// A thread that an earlier cell started on the thread pool cannot be stopped.
/// </remarks>
public sealed class CSharpSession : IDisposable
{
    private readonly SessionAssemblies _assemblies = new();
    private readonly SessionLoadContext _context;
    private readonly CellCompiler _compiler;
    private readonly CellSteps _steps;
    private readonly SessionOutput _output = new();
    private readonly Dictionary<string, CellSource> _sources = [];
    private readonly LoadedCells _cells;
    private readonly ErrorReport _errors;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private bool _rehearsing;
    private CompiledCell? _invoked;
    private object?[] _submissions = new object?[16];
    private int _count;

    /// <summary>Starts a session.</summary>
    /// <param name="folder">The notebook's folder, from which <c>#r</c> and <c>#load</c> paths start.</param>
    public CSharpSession(string folder)
    {
        Folder = Path.GetFullPath(folder);
        _context = new(_assemblies);
        _compiler = new(Folder, _assemblies);
        _cells = new(_context);
        var magics = new MagicCommands(_output, () => SessionVariable.Of(_submissions));
        _steps = new(_sources, new(Folder, _assemblies, _output), _compiler, magics, Invoke);
        _errors = new(_sources, _cells.Of);
        Intelligence = new(_compiler, Folder, (label, line) => _sources.GetValueOrDefault(label)?.LineAt(line));
        ConsoleRouter.Install();
        DisplayFormatters.Register();
    }

    /// <summary>The notebook's folder.</summary>
    public string Folder { get; }

    /// <summary>Answers questions about code that is being written; to be asked while no cell runs.</summary>
    public CodeIntelligence Intelligence { get; }

    /// <summary>How many cells were executed so far.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>Executes one cell.</summary>
    /// <param name="code">The C# code.</param>
    /// <param name="label">What errors call the cell; <c>cell n</c> with the execution count when not given.</param>
    /// <param name="timeout">How long it may take; no limit when not given.</param>
    /// <param name="sink">Who hears of outputs while the cell runs.</param>
    /// <param name="cancellationToken">Interrupts the cell; the session survives.</param>
    /// <returns>What came out. Failures of the cell are in the result, not thrown.</returns>
    public Task<CellResult> ExecuteAsync(
        string code,
        string? label = null,
        TimeSpan? timeout = null,
        IOutputSink? sink = null,
        CancellationToken cancellationToken = default) =>
        Task.Factory.StartNew(
            () => Execute(new(code) { Label = label, Timeout = timeout, Sink = sink }, cancellationToken),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Executes one cell, and waits for its end without the help of the thread pool, which the cell may have filled.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="cancellationToken">Interrupts the cell; the session survives.</param>
    /// <returns>What came out. Failures of the cell are in the result, not thrown.</returns>
    public CellResult Execute(CellRequest request, CancellationToken cancellationToken = default)
    {
        _oneAtATime.Wait(CancellationToken.None);
        try
        {
            return Execute(request, new CellOutputs(request.Sink), cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Executes code without a trace, so that the first cell need not wait for the compiler to be compiled itself.</summary>
    /// <remarks>In this session and between cells, never beside one: the compiler's symbols are the session's.</remarks>
    internal void Rehearse(CellRequest request)
    {
        _oneAtATime.Wait(CancellationToken.None);
        try
        {
            _rehearsing = true;
            Execute(request with { Counted = false, Label = "rehearsal" }, new CellOutputs(request.Sink), CancellationToken.None);
            _sources.Remove("rehearsal");
        }
        finally
        {
            _rehearsing = false;
            _oneAtATime.Release();
        }
    }

    /// <summary>Does now what the next cell would have to wait for.</summary>
    internal void PrepareNext() => _ = _compiler.Empty.Assembly;

    /// <summary>Makes this the session that output belongs to when it comes from threads of which nothing else is known.</summary>
    internal void OwnProcessOutput() => SessionOutput.Default = _output;

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private CellResult Execute(CellRequest request, CellOutputs outputs, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var count = request.Counted ? ++ExecutionCount : ExecutionCount;
        var label = request.Label ?? string.Create(CultureInfo.InvariantCulture, $"cell {count}");
        _output.Begin(outputs, request.Input);
        var error = Run(request.Code, label, count, request.Timeout, cancellationToken);
        _output.End();
        if (error is not null)
            outputs.Add(error.ToOutput());
        return new(count, outputs.ToImmutable(), error, watch.Elapsed);
    }

    private CellError? Run(
        string code, string label, int count, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        if (timeout is { } time)
            limit.CancelAfter(time);

        var (ending, thrown) = InterruptibleThread.Run(
            token =>
            {
                SessionOutput.Current = _output;
                _count = count;
                _steps.Run(code, label, Folder, token);
            },
            stop.Token);
        // Its thread may never come back to do it.
        if (ending == Ending.Abandoned && _invoked is { } left)
            Settle(left);

        return (ending, thrown) switch
        {
            (Ending.Completed, null) => null,
            (Ending.Completed, CellCompilationException e) => _errors.Compilation(label, e),
            (Ending.Completed, DirectiveException e) => ErrorReport.Directive(e),
            (Ending.Completed, { } e) => _errors.Thrown(label, e),
            _ when limit.IsCancellationRequested => ErrorReport.Stopped(CellErrorKind.TimedOut, label,
                string.Create(CultureInfo.InvariantCulture, $"The cell took longer than {timeout!.Value.TotalSeconds} s and was stopped."),
                ending == Ending.Abandoned),
            _ => ErrorReport.Stopped(CellErrorKind.Interrupted, label, "The cell was interrupted.", ending == Ending.Abandoned),
        };
    }

    private void Invoke(CompiledCell cell, ValueUse use, CancellationToken token)
    {
        if (cell.Assembly is null)
        {
            Accept(cell);
            return;
        }
        var assembly = _cells.Load(cell);
        if (cell.Slot >= _submissions.Length)
            Array.Resize(ref _submissions, 2 * cell.Slot);
        _submissions[cell.Slot] = null;

        var entry = assembly.GetType(cell.EntryPoint.Type)!
            .GetMethod(cell.EntryPoint.Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .CreateDelegate<Func<object?[], Task<object?>>>();
        var pump = new CellPump();
        SynchronizationContext.SetSynchronizationContext(pump);
        object? value;
        _invoked = cell;
        try
        {
            value = pump.Run(entry(_submissions), token);
        }
        finally
        {
            Settle(cell);
        }
        if (value is DisplayedValue || (value is null && !cell.HasResult()))
            return;
        if (use == ValueUse.Result)
            _output.Result(new ResultOutput(DisplayFormatters.Bundle(value), new JsonObject(), _count));
        else if (use == ValueUse.Display)
            CellHelpers.display(value);
    }

    // Once for each cell: by its own thread, or, when that was left behind, by the session. The cell's variables exist once its constructor
    // ran; what failed before that leaves no trace.
    private void Settle(CompiledCell cell)
    {
        if (ReferenceEquals(Interlocked.CompareExchange(ref _invoked, null, cell), cell) && _submissions[cell.Slot] is not null)
            Accept(cell);
    }

    private void Accept(CompiledCell cell)
    {
        if (cell.Declares && !_rehearsing)
            _compiler.Accept(cell);
        else
            Array.Clear(_submissions, cell.Slot, cell.Assembly is null ? 0 : 1);
    }
}
