namespace NotebookKernel;

/// <summary>Receives outputs while a cell runs; a protocol server or a progress display stands behind it.</summary>
/// <remarks>Calls come from the threads of the cell, one at a time. Streams arrive in pieces, as written.</remarks>
public interface IOutputSink
{
    /// <summary>An output came.</summary>
    /// <param name="output">The output.</param>
    /// <param name="displayId">The id by which it may be updated, for values shown by <c>display</c>.</param>
    void Write(CellOutput output, string? displayId);

    /// <summary>An output shown earlier changed.</summary>
    /// <param name="output">What is shown from now on.</param>
    /// <param name="displayId">The id that it was shown with.</param>
    void Update(CellOutput output, string displayId);

    /// <summary>Whether what work left running puts out after its cell ended is to come at once; otherwise it comes with the next cell.</summary>
    bool AcceptsLate => false;

    /// <summary>What the cell has put out so far is to go away.</summary>
    /// <param name="wait">Only when the next output comes, so that nothing flickers.</param>
    void Clear(bool wait)
    {
    }
}
