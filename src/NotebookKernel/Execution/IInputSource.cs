namespace NotebookKernel;

/// <summary>The person at the keyboard, as far as a cell can reach them.</summary>
public interface IInputSource
{
    /// <summary>Asks for a line.</summary>
    /// <param name="prompt">What to show beside the place to type in.</param>
    /// <param name="isPassword">Whether what is typed should not be shown.</param>
    /// <param name="cancellationToken">The cell was interrupted.</param>
    /// <returns>The line, or <see langword="null"/> at the end of the input.</returns>
    string? ReadLine(string prompt, bool isPassword, CancellationToken cancellationToken);
}
