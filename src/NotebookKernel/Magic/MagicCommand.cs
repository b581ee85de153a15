namespace NotebookKernel;

/// <summary>What follows a magic command.</summary>
internal enum MagicKind
{
    /// <summary>Nothing: the command is its line.</summary>
    Line,

    /// <summary>C#.</summary>
    Code,

    /// <summary>Text that is shown, up to the next command that begins code or text.</summary>
    Text,

    /// <summary>Code in a language that this kernel does not run.</summary>
    OtherLanguage,
}

/// <summary>A line that begins with <c>#!</c> and is not C#.</summary>
/// <param name="Names">What it may be called, without <c>#!</c>; the first name is the usual one.</param>
/// <param name="Kind">What follows it.</param>
/// <param name="Summary">What it does, in one line.</param>
internal sealed record MagicCommand(string[] Names, MagicKind Kind, string Summary)
{
    /// <summary>The commands that .NET Interactive has and this kernel understands, and its languages, which are told apart from text.</summary>
    public static readonly MagicCommand[] All =
    [
        new(["about"], MagicKind.Line, "Shows what this kernel is and where it runs."),
        new(["csharp", "c#", "cs", "C#"], MagicKind.Code, "C# code follows."),
        new(["html"], MagicKind.Text, "HTML follows, and is shown."),
        new(["import"], MagicKind.Line, "Runs the code of a file (.ipynb, .dib, .csx or .cs) in this session: #!import helper.csx"),
        new(["javascript", "js"], MagicKind.Text, "JavaScript follows, and runs in the reader's browser."),
        new(["lsmagic"], MagicKind.Line, "Lists the magic commands."),
        new(["markdown", "md"], MagicKind.Text, "Markdown follows, and is shown."),
        new(["svg"], MagicKind.Text, "SVG follows, and is shown."),
        new(["time"], MagicKind.Line, "Shows how long the cell took."),
        new(["who"], MagicKind.Line, "Lists the variables."),
        new(["whos"], MagicKind.Line, "Lists the variables with their types and values."),
        .. new[] { "fsharp", "f#", "powershell", "pwsh", "sql", "kql", "http", "mermaid", "value", "python", "r", "vscode" }
            .Select(name => new MagicCommand([name], MagicKind.OtherLanguage, "")),
    ];

    private static readonly Dictionary<string, MagicCommand> ByName =
        All.SelectMany(c => c.Names.Select(name => (name, c))).ToDictionary(p => p.name, p => p.c);

    /// <summary>The usual name, as it is written in a cell.</summary>
    public string Written => "#!" + Names[0];

    /// <summary>Those that a learner may use.</summary>
    public static IEnumerable<MagicCommand> Usable => All.Where(c => c.Kind != MagicKind.OtherLanguage);

    /// <summary>The command of a name, or <see langword="null"/>.</summary>
    public static MagicCommand? Find(string name) => ByName.GetValueOrDefault(name);
}
