namespace NotebookKernel;

/// <summary>A <c>#r</c> or <c>#i</c> line that cannot be followed, with one sentence why.</summary>
internal sealed class DirectiveException(string message, Exception? inner = null) : Exception(message, inner);
