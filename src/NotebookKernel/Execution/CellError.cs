using System.Collections.Immutable;

namespace NotebookKernel;

/// <summary>How a cell failed.</summary>
public enum CellErrorKind
{
    /// <summary>The code does not compile.</summary>
    Compilation,

    /// <summary>The code threw an exception.</summary>
    Exception,

    /// <summary>The cell took longer than it may.</summary>
    TimedOut,

    /// <summary>Somebody interrupted the cell.</summary>
    Interrupted,
}

/// <summary>Why a cell ended early, and where in the learner's own code.</summary>
/// <param name="Kind">How it failed.</param>
/// <param name="Name">The exception's short type name, or <c>CompilationError</c>.</param>
/// <param name="Message">The message.</param>
/// <param name="Cell">The label of the cell that the place is in, such as <c>cell 3</c>: a function may have been defined in an earlier cell.</param>
/// <param name="Line">The line, from 1, where known.</param>
/// <param name="Column">The column, from 1, where known (compile errors).</param>
/// <param name="SourceLine">The text of that line.</param>
/// <param name="Traceback">The lines to show: message, place, and the frames that are the learner's own.</param>
public sealed record CellError(
    CellErrorKind Kind,
    string Name,
    string Message,
    string Cell,
    int? Line,
    int? Column,
    string? SourceLine,
    ImmutableArray<string> Traceback)
{
    /// <summary>The error as the output of its cell.</summary>
    public ErrorOutput ToOutput() => new(Name, Message, Traceback);

    /// <summary><c>cell 3, line 2: CS0103: …</c>, one line for a table or a log.</summary>
    public override string ToString() =>
        $"{Cell}{(Line is { } line ? $", line {line}" : "")}: {Name}: {Message.ReplaceLineEndings(" ")}";
}
