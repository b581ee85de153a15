namespace NotebookKernel;

/// <summary>Answers questions about code that is being written, in the light of what a session has declared so far.</summary>
/// <remarks>Nothing of the code is executed and nothing of the session changes. Positions count UTF-16 units.</remarks>
public sealed class CodeIntelligence
{
    private readonly CellCompiler _compiler;
    private readonly LineCompletions _lines;
    private readonly SymbolDescription _description;

    internal CodeIntelligence(CellCompiler compiler, string folder, Func<string, int, string?> lineOf)
    {
        _compiler = compiler;
        _lines = new(folder);
        _description = new(lineOf);
    }

    /// <summary>Whether code is ready to run.</summary>
    public Completeness IsComplete(string code) => Guarded(code, () => CompletenessCheck.Of(code), Completeness.Invalid);

    /// <summary>What could stand at the cursor: members, variables, types, namespaces, keywords, files, magic commands.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="cursor">Where the cursor is, from 0 to the length of the code.</param>
    public CompletionResult Complete(string code, int cursor)
    {
        (code, cursor) = (Flat(code), Math.Clamp(cursor, 0, code.Length));
        return Guarded(code, () => _lines.Complete(code, cursor) ?? SymbolCompletions.Complete(_compiler.Empty, code, cursor), CompletionResult.None(cursor));
    }

    /// <summary>What there is to say about the symbol at the cursor, or the method whose arguments are being written.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="cursor">Where the cursor is.</param>
    /// <param name="detail">0 for signature and documentation; 1 adds remarks, exceptions, overloads, members, and the source if a cell has it.</param>
    /// <returns><see langword="null"/> when there is nothing.</returns>
    public Inspection? Inspect(string code, int cursor, int detail = 0)
    {
        (code, cursor) = (Flat(code), Math.Clamp(cursor, 0, code.Length));
        return Guarded(code, () => LineCompletions.Inspect(code, cursor)
            ?? (CodeView.Create(_compiler.Empty, code) is var view && SymbolAtCursor.Find(view, cursor) is { } found
                ? _description.Of(found, view.Model.Compilation, detail)
                : null), null);
    }

    // Line ends of one sort, every position kept.
    private static string Flat(string code) => code.Replace("\r\n", " \n", StringComparison.Ordinal);

    // Code that is nested too deeply for the stack is given up by the compiler with this exception, or not given up at all.
    private static T Guarded<T>(string code, Func<T> answer, T otherwise)
    {
        if (Nesting.TooDeepAt(code) is not null)
            return otherwise;
        try
        {
            return answer();
        }
        catch (InsufficientExecutionStackException)
        {
            return otherwise;
        }
    }
}
