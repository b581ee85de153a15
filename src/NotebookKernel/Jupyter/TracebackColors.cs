using System.Text.RegularExpressions;

namespace NotebookKernel;

/// <summary>Colors of a terminal for the lines of an error, which notebooks and consoles both show.</summary>
internal static partial class TracebackColors
{
    private const string Red = "\u001b[31;1m", Green = "\u001b[32m", Plain = "\u001b[0m";

    public static IEnumerable<string> Color(ErrorOutput error) => error.Traceback.Select((line, i) =>
        i == 0 && line.StartsWith(error.Name, StringComparison.Ordinal) ? $"{Red}{error.Name}{Plain}{line[error.Name.Length..]}"
        : Compiler().Match(line) is { Success: true } c ? $"{Green}{c.Groups[1].Value}{Plain}{c.Groups[2].Value}{Red}{c.Groups[3].Value}{Plain}{c.Groups[4].Value}"
        : Frame().Match(line) is { Success: true } f ? $"{f.Groups[1].Value}{Green}{f.Groups[2].Value}{Plain}{f.Groups[3].Value}"
        : Caret().IsMatch(line) ? Red + line + Plain
        : line);

    // cell 3, line 2, column 1: error CS0103: text
    [GeneratedRegex(@"^(\S.*?, line \d+)(.*?: )((?:error CS\d+)?)(.*)$")]
    private static partial Regex Compiler();

    //    at cell 3, line 2, in F: source
    [GeneratedRegex(@"^(   at )(.*?, line \d+)(.*)$")]
    private static partial Regex Frame();

    [GeneratedRegex(@"^ +\^$")]
    private static partial Regex Caret();
}
