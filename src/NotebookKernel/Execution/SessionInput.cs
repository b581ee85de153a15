namespace NotebookKernel;

/// <summary>The console input of a session: asks for a line when it has none left.</summary>
internal sealed class SessionInput(IInputSource source) : TextReader
{
    private string _line = "";
    private int _at;

    public override int Peek() => Fill() ? _line[_at] : -1;

    public override int Read() => Fill() ? _line[_at++] : -1;

    public override string? ReadLine()
    {
        if (_at == _line.Length)
            return Ask();
        var rest = _line[_at..].TrimEnd('\n');
        _at = _line.Length;
        return rest;
    }

    /// <summary>Asks for a line, whatever is left of the last one.</summary>
    public string? Ask(string prompt = "", bool isPassword = false) => source.ReadLine(prompt, isPassword, InterruptibleThread.CurrentToken);

    private bool Fill()
    {
        if (_at < _line.Length)
            return true;
        if (Ask() is not { } line)
            return false;
        (_line, _at) = (line + "\n", 0);
        return true;
    }
}
