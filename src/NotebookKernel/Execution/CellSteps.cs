using System.Diagnostics;
using System.Globalization;

namespace NotebookKernel;

/// <summary>Runs a cell part by part: C#, magic commands, and the files that it loads.</summary>
/// <param name="sources">The cells executed so far, by label.</param>
/// <param name="directives">Who follows <c>#r</c> and <c>#i</c>.</param>
/// <param name="compiler">Who compiles.</param>
/// <param name="magics">Who shows what magic commands show.</param>
/// <param name="invoke">Who executes: the compiled code, what errors call it, and what to do with its value.</param>
internal sealed class CellSteps(
    Dictionary<string, CellSource> sources,
    DirectiveReader directives,
    CellCompiler compiler,
    MagicCommands magics,
    Action<CompiledCell, ValueUse, CancellationToken> invoke)
{
    private readonly List<string> _open = [];

    /// <summary>Runs a cell.</summary>
    public void Run(string code, string label, string folder, CancellationToken token)
    {
        _open.Clear();
        Run(code, label, folder, ValueUse.Result, token);
    }

    private void Run(string code, string label, string folder, ValueUse use, CancellationToken token)
    {
        code = PythonText.WithLineFeeds(code);
        if (Nesting.TooDeepAt(code) is { } line)
            throw Failed(sources[label] = CellSource.Unparsed(code, label), line, new($"The code is nested too deeply: more than {Nesting.Limit} levels."));
        var parts = CellParts.Split(code);
        var whole = sources[label] = CellSource.Parse(code, label, CellParts.CodeOf(code, parts));
        if (parts.FirstOrDefault(p => !p.IsSupported) is { } unknown)
            throw Failed(whole, unknown.Line, new(MagicCommands.Unsupported(unknown)));

        var clock = Stopwatch.StartNew();
        foreach (var part in parts)
        {
            token.ThrowIfCancellationRequested();
            if (part.Kind == MagicKind.Code)
                RunCode(parts.Length == 1 ? whole : CellSource.Parse(code, label, CellParts.CodeOf(code, [part])), folder, ValueOf(part), token);
            else if (part.Name == "import")
                Follow(whole, part.Line, () => RunFile(part.Argument.Trim('"'), folder, token));
            else
                magics.Follow(part, code[part.Span.Start..part.Span.End]);
        }
        if (parts.Any(p => p.Name == "time"))
            magics.Show(MimeOrder.Plain, string.Create(CultureInfo.InvariantCulture, $"Wall time: {clock.Elapsed.TotalMilliseconds:0.0} ms"));

        ValueUse ValueOf(CellPart part) => use == ValueUse.Result && part != parts[^1] ? ValueUse.Display : use;
    }

    private void RunCode(CellSource source, string folder, ValueUse use, CancellationToken token)
    {
        foreach (var directive in source.Directives)
        {
            Follow(source, directive.Line, () =>
            {
                if (directive.Kind == "load")
                    RunFile(directive.Value, folder, token);
                else
                    directives.Follow(directive, folder, token);
            });
        }
        var compiled = InterruptibleThread.Ours(() => compiler.Compile(source, token));
        token.ThrowIfCancellationRequested();
        invoke(compiled, use, token);
    }

    // What a file declares, and what it references, belongs to the session from then on.
    private void RunFile(string name, string folder, CancellationToken token)
    {
        var path = Path.GetFullPath(name, folder);
        if (_open.Contains(path))
            throw new DirectiveException($"\"{name}\" loads itself.");
        _open.Add(path);
        foreach (var (label, code, use) in LoadedFile.Read(path, name))
            Run(code, label, Path.GetDirectoryName(path)!, use, token);
        _open.Remove(path);
    }

    private static void Follow(CellSource source, int line, Action step)
    {
        try
        {
            step();
        }
        catch (DirectiveException e)
        {
            e.At(source, line);
            throw;
        }
    }

    private static DirectiveException Failed(CellSource source, int line, DirectiveException exception)
    {
        exception.At(source, line);
        return exception;
    }
}

/// <summary>What becomes of the value that a piece of code ends with.</summary>
internal enum ValueUse
{
    /// <summary>It is the cell's result.</summary>
    Result,

    /// <summary>It is shown, and more follows.</summary>
    Display,

    /// <summary>Nothing.</summary>
    None,
}
