namespace NotebookKernel;

/// <summary>A line such as <c>#r</c> or <c>#!import</c> that cannot be followed, with one sentence why.</summary>
internal sealed class DirectiveException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The cell that has the line, once known.</summary>
    public CellSource? Cell { get; private set; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Says where it stands; the first, innermost place is kept.</summary>
    public void At(CellSource source, int line)
    {
        if (Cell is null)
            (Cell, Line) = (source, line);
    }
}
