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
}
