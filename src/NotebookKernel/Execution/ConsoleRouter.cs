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
        Unwrap("s_out", output);
        Unwrap("s_error", error);
        Console.SetIn(new NoInput(Console.In));
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

    // Console puts a writer with one lock for the whole process around ours, which needs none. A cell aborted while it prints
    // can leave that lock taken, and then nothing in the process can print any more. Without such a field, the lock stays.
    private static void Unwrap(string field, TextWriter writer)
    {
        if (typeof(Console).GetField(field, BindingFlags.Static | BindingFlags.NonPublic) is { } found && found.FieldType == typeof(TextWriter))
            found.SetValue(null, writer);
    }

    public static void Install() => _ = Installed.Value;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void WriteLine(string? value) => Write(value + "\n");

    public override void Write(string? value)
    {
        if (SessionOutput.Current is { } session)
            session.Write(_stream, value ?? "");
        else
            _console.Write(value);
    }

    public override void Flush() => _console.Flush();

    // A cell has no keyboard: reading gives the end of the input at once, where a real read could not be interrupted.
    private sealed class NoInput(TextReader console) : TextReader
    {
        private TextReader Target => SessionOutput.Current is null ? console : Null;

        public override int Peek() => Target.Peek();

        public override int Read() => Target.Read();

        public override string? ReadLine() => Target.ReadLine();
    }
}
