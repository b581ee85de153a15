namespace NotebookKernel;

/// <summary>A notebook file that is not one: the message names the file, the cell and what is wrong with it.</summary>
/// <param name="message">What is wrong, for a person.</param>
/// <param name="inner">The cause, if another exception found it.</param>
public sealed class NotebookFormatException(string message, Exception? inner = null) : FormatException(message, inner);
