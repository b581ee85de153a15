namespace NotebookKernel;

/// <summary>Whether a piece of code is ready to run, as a console asks after every line.</summary>
/// <param name="Status"><c>complete</c>, <c>incomplete</c> (more lines are expected) or <c>invalid</c> (no more lines would help).</param>
/// <param name="Indent">What the next line should begin with, when more lines are expected.</param>
public sealed record Completeness(string Status, string Indent = "")
{
    /// <summary>Ready to run.</summary>
    public static Completeness Complete { get; } = new("complete");

    /// <summary>Wrong, whatever follows.</summary>
    public static Completeness Invalid { get; } = new("invalid");

    /// <summary>More lines are expected.</summary>
    public static Completeness Incomplete(string indent) => new("incomplete", indent);
}
