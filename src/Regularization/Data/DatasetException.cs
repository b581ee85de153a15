namespace Regularization;

/// <summary>A data file that cannot be used: the message names the file and, where known, the line and the column.</summary>
public sealed class DatasetException : Exception
{
    /// <summary>Builds the one-line message from its parts.</summary>
    public DatasetException(string file, string problem, int? line = null, string? column = null, Exception? inner = null)
        : base($"{file}{(line is { } at ? $", line {at}" : "")}{(column is null ? "" : $", column '{column}'")}: {problem}", inner)
    {
        File = file;
        Line = line;
        Column = column;
    }

    /// <summary>The file as it was asked for.</summary>
    public string File { get; }

    /// <summary>The line in the file, counted from 1 with the header.</summary>
    public int? Line { get; }

    /// <summary>The name of the column.</summary>
    public string? Column { get; }
}
