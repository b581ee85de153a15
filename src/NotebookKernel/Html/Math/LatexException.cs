namespace NotebookKernel;

/// <summary>A formula that the converter does not know how to read.</summary>
/// <param name="formula">The formula.</param>
/// <param name="position">Where in it, counted from 0.</param>
/// <param name="problem">What is wrong there.</param>
public sealed class LatexException(string formula, int position, string problem)
    : FormatException($"{problem} at position {position} of the formula {formula.ReplaceLineEndings(" ").Trim()}")
{
    /// <summary>Where in the formula, counted from 0.</summary>
    public int Position { get; } = position;
}
