using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NotebookKernel;

/// <summary>Collects what one cell puts out, in order; consecutive writes to a stream become one output.</summary>
internal sealed class CellOutputs(IOutputSink? sink)
{
    /// <summary>How much text a cell may write: a loop that prints until it is stopped should not fill the memory.</summary>
    public const int TextLimit = 1_000_000;

    private readonly Lock _gate = new();
    private readonly List<(CellOutput Output, string? Id)> _outputs = [];
    private readonly StringBuilder _text = new();
    private string _stream = "";
    private int _written;
    private bool _clearing;

    /// <summary>Whether what comes after the end of the cell is shown with it.</summary>
    public bool AcceptsLate => sink?.AcceptsLate == true;

    public void Write(string stream, string text)
    {
        lock (_gate)
        {
            if (text.Length == 0)
                return;
            Forget(onlyIfAsked: true);
            if (_written > TextLimit)
                return;
            if (text.Length > TextLimit - _written)
                text = string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, TextLimit - _written)}\n… cut after {TextLimit:N0} characters\n");
            _written += text.Length;
            if (stream != _stream)
                EndStream();
            _stream = stream;
            _text.Append(text);
            sink?.Write(new StreamOutput(stream, text), null);
        }
    }

    public void Add(CellOutput output, string? displayId = null)
    {
        lock (_gate)
        {
            Forget(onlyIfAsked: true);
            EndStream();
            _outputs.Add((output, displayId));
            sink?.Write(output, displayId);
        }
    }

    public void Update(CellOutput output, string displayId)
    {
        lock (_gate)
        {
            for (var i = 0; i < _outputs.Count; i++)
            {
                if (_outputs[i].Id == displayId)
                    _outputs[i] = (output, displayId);
            }
            sink?.Update(output, displayId);
        }
    }

    /// <summary>Forgets what was put out so far; when asked to wait, as soon as something else comes.</summary>
    public void Clear(bool wait)
    {
        lock (_gate)
        {
            sink?.Clear(wait);
            _clearing = wait;
            if (!wait)
                Forget();
        }
    }

    public ImmutableArray<CellOutput> ToImmutable()
    {
        lock (_gate)
        {
            EndStream();
            return [.. _outputs.Select(o => o.Output)];
        }
    }

    private void Forget(bool onlyIfAsked = false)
    {
        if (onlyIfAsked && !_clearing)
            return;
        _clearing = false;
        _written = 0;
        _text.Clear();
        _outputs.Clear();
    }

    private void EndStream()
    {
        if (_text.Length > 0)
            _outputs.Add((new StreamOutput(_stream, _text.Replace("\r\n", "\n").ToString()), null));
        _text.Clear();
    }
}
