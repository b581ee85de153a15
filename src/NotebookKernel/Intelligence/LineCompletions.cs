using System.Text.RegularExpressions;

namespace NotebookKernel;

/// <summary>Lines that are not C#: <c>#r</c>, <c>#load</c>, <c>#i</c>, magic commands and the compiler's own directives.</summary>
internal sealed partial class LineCompletions(string folder)
{
    private static readonly CompletionItem[] Directives =
    [
        .. new[] { "#r", "#i", "#load" }.Select(d => new CompletionItem(d, "keyword")),
        .. MagicCommand.Usable.Select(c => new CompletionItem(c.Written, "magic")),
        .. new[] { "#if", "#else", "#elif", "#endif", "#region", "#endregion", "#pragma", "#nullable", "#define", "#undef" }
            .Select(d => new CompletionItem(d, "keyword")),
    ];

    private static readonly Dictionary<string, string> Help = new()
    {
        ["#r"] = "#r \"file.dll\"\n#r \"nuget: Id, Version\"\n\nReferences an assembly, or a package, which is restored with the .NET SDK.",
        ["#i"] = "#i \"nuget: address or folder\"\n\nAdds a package source.",
        ["#load"] = "#load \"file\"\n\nRuns the code of a file (.csx, .cs, .ipynb or .dib) in this session.",
    };

    /// <summary>What could stand at the cursor, or <see langword="null"/> when its line is C#.</summary>
    public CompletionResult? Complete(string code, int cursor)
    {
        var (line, start) = LineUpTo(code, cursor);
        if (line.TrimStart() is not ['#', ..] || !IsOwnLine(code, start))
            return null;
        if (PathLine().Match(line) is { Success: true } path)
            return Paths(path.Groups[1].Value, path.Groups[2].Value, start + path.Groups[2].Index, cursor);
        if (ImportLine().Match(line) is { Success: true } import)
            return Paths("import", import.Groups[1].Value, start + import.Groups[1].Index, cursor);
        if (!BareLine().IsMatch(line))
            return CompletionResult.None(cursor);
        var written = line.TrimStart();
        return new([.. Directives.Where(d => d.Text.StartsWith(written, StringComparison.OrdinalIgnoreCase))], cursor - written.Length, cursor);
    }

    /// <summary>What there is to say about the line's directive or magic command, or <see langword="null"/> when its line is C#.</summary>
    public static Inspection? Inspect(string code, int cursor)
    {
        var (_, start) = LineUpTo(code, cursor);
        var word = Word().Match(code, start, code.Length - start);
        if (!word.Success || !IsOwnLine(code, start))
            return null;
        var name = word.Groups[1].Value;
        if (Help.TryGetValue(name, out var text))
            return new(text, text);
        return name.StartsWith("#!", StringComparison.Ordinal) && MagicCommand.Find(name[2..]) is { Summary.Length: > 0 } command
            ? new($"{command.Written}\n\n{command.Summary}", $"`{command.Written}`\n\n{command.Summary}")
            : null;
    }

    private CompletionResult Paths(string directive, string written, int start, int cursor) =>
        directive == "r" && written.TrimStart().StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)
            ? LocalPackages.Complete(written, start, cursor)
            : directive == "i" ? CompletionResult.None(cursor) : PathCompletions.Complete(folder, directive, written, start, cursor);

    private static (string Line, int Start) LineUpTo(string code, int cursor)
    {
        var start = cursor == 0 ? 0 : code.LastIndexOf('\n', cursor - 1) + 1;
        return (code[start..cursor], start);
    }

    // The same characters on a line inside a string or a comment mean nothing; nor do they in Markdown.
    private static bool IsOwnLine(string code, int start)
    {
        var root = CellSource.ParseTree(code, "").GetRoot();
        var at = start + code.AsSpan(start).IndexOf('#');
        return root.FindTrivia(at).IsDirective;
    }

    [GeneratedRegex("""^\s*#\s*(r|i|load)\s*"([^"]*)$""")]
    private static partial Regex PathLine();

    [GeneratedRegex("""^\s*#!import\s+"?([^"]*)$""")]
    private static partial Regex ImportLine();

    [GeneratedRegex("""^\s*#!?[\w#]*$""")]
    private static partial Regex BareLine();

    [GeneratedRegex("""\G[ \t]*(#!?[\w#]+)""")]
    private static partial Regex Word();
}
