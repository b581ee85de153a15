using System.Globalization;

namespace NotebookKernel;

/// <summary>Where the running code's output goes: found through the execution context, so sessions side by side do not mix.</summary>
internal sealed class SessionOutput
{
    private static readonly AsyncLocal<SessionOutput?> Ambient = new();

    private readonly Lock _gate = new();
    private readonly List<Action<CellOutputs>> _late = [];
    private CellOutputs? _cell;
    private bool _ended = true;
    private int _displays;

    /// <summary>The output of the session that the calling code belongs to.</summary>
    public static SessionOutput? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Where output goes that belongs to no session, from threads without an execution context: a kernel's one session.</summary>
    public static SessionOutput? Default { get; set; }

    /// <summary>What reading from the console reads.</summary>
    public TextReader Input { get; private set; } = TextReader.Null;

    /// <summary>A new id for a shown value; counted, not random, so that two runs give the same.</summary>
    public string NextDisplayId() => string.Create(CultureInfo.InvariantCulture, $"display-{Interlocked.Increment(ref _displays)}");

    /// <summary>Directs output to a cell. What came since the last one ended, from work left running, comes first.</summary>
    public void Begin(CellOutputs cell, IInputSource? input = null)
    {
        lock (_gate)
        {
            _late.ForEach(write => write(cell));
            _late.Clear();
            (_cell, _ended) = (cell, false);
            Input = input is null ? TextReader.Null : new SessionInput(input);
        }
    }

    public void End()
    {
        lock (_gate)
            _ended = true;
    }

    public void Write(string stream, string text) => Post(cell => cell.Write(stream, text));

    public void Result(CellOutput output) => Post(cell => cell.Add(output));

    public void Post(CellOutput output, string displayId) => Post(cell => cell.Add(output, displayId));

    public void Clear(bool wait) => Post(cell => cell.Clear(wait));

    public void Update(CellOutput output, string displayId) => Post(cell => cell.Update(output, displayId));

    private void Post(Action<CellOutputs> write) => InterruptibleThread.IfNotStopped(() =>
    {
        lock (_gate)
        {
            if (_cell is not null && (!_ended || _cell.AcceptsLate))
                write(_cell);
            else if (_late.Count < 1000)
                _late.Add(write);
        }
    });
}
