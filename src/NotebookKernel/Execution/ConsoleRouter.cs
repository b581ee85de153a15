using System.Reflection;
using System.Text;

namespace NotebookKernel;

/// <summary>Stands in for the console: code of a session writes to its cell, everything else to the real console.</summary>
internal sealed class ConsoleRouter : TextWriter
{
    private static readonly Lazy<bool> Installed = new(() =>
    {
        ConsoleRouter output = new("stdout", Console.Out), error = new("stderr", Console.Error);
        Console.SetOut(output);
        Console.SetError(error);
        Unwrap<TextWriter>("s_out", output);
        Unwrap<TextWriter>("s_error", error);
        var input = new CellInput(Console.In);
        Console.SetIn(input);
        Unwrap<TextReader>("s_in", input);
        return true;
    });

    private readonly string _stream;
    private readonly TextWriter _console;

    private ConsoleRouter(string stream, TextWriter console)
    {
        (_stream, _console) = (stream, console);
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => _console.Encoding;

    // Console puts a writer with one lock for the whole process around ours, which needs none: sessions side by side, and a cell that
    // waits for input, would keep each other waiting. Without such a field, the lock stays.
    private static void Unwrap<T>(string field, T ours)
    {
        if (typeof(Console).GetField(field, BindingFlags.Static | BindingFlags.NonPublic) is { } found && found.FieldType == typeof(T))
            found.SetValue(null, ours);
    }

    public static void Install() => _ = Installed.Value;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Write(string? value)
    {
        if ((SessionOutput.Current ?? SessionOutput.Default) is { } session)
            session.Write(_stream, value ?? "");
        else
            _console.Write(value);
    }

    public override void Flush() => _console.Flush();

    // A cell has no keyboard of its own: it asks whoever executes it, and finds the end of the input where nobody can be asked.
    private sealed class CellInput(TextReader console) : TextReader
    {
        private TextReader Target => SessionOutput.Current?.Input ?? console;

        public override int Peek() => Target.Peek();

        public override int Read() => Target.Read();

        public override string? ReadLine() => Target.ReadLine();
    }
}
