using System.Globalization;

namespace NotebookKernel;

/// <summary>Two habits of Python's that show in notebook files: where a line ends, and how a number is spelled.</summary>
internal static class PythonText
{
    private const string LineEnds = "\n\v\f\u001c\u001d\u001e\u0085\u2028\u2029";

    /// <summary>The lines of a text, each with its line end: Python's <c>str.splitlines(True)</c>.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isEnd = text[i] == '\r' ? i + 1 == text.Length || text[i + 1] != '\n' : LineEnds.Contains(text[i]);
            if (!isEnd)
                continue;
            yield return text[start..(i + 1)];
            start = i + 1;
        }
        if (start < text.Length)
            yield return text[start..];
    }

    /// <summary>The text with <c>\n</c> where it had <c>\r\n</c> or <c>\r</c>; rarer separators are content.</summary>
    public static string WithLineFeeds(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>A JSON number as Python writes it back: whole numbers as they are, others as <c>repr(float)</c>.</summary>
    public static string Number(string json)
    {
        if (!json.AsSpan().ContainsAny('.', 'e', 'E'))
            return json;
        var value = double.Parse(json, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
            return value > 0 ? "Infinity" : "-Infinity";

        // The shortest digits that round-trip, as d.ddd and an exponent; Python leaves the exponent out from 1e-4 up to 1e16.
        var sign = double.IsNegative(value) ? "-" : "";
        var parts = value.ToString("R", CultureInfo.InvariantCulture).TrimStart('-').Split('E');
        var point = parts[0].IndexOf('.') is var at and >= 0 ? at : parts[0].Length;
        var written = parts[0].Replace(".", "", StringComparison.Ordinal);
        var digits = written.TrimStart('0');
        var exponent = point - 1 - (written.Length - digits.Length) + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        digits = digits.TrimEnd('0');
        if (digits.Length == 0)
            return sign + "0.0";

        return sign + exponent switch
        {
            < -4 or >= 16 => $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}",
            < 0 => "0." + new string('0', -exponent - 1) + digits,
            _ when digits.Length <= exponent + 1 => digits.PadRight(exponent + 1, '0') + ".0",
            _ => digits[..(exponent + 1)] + "." + digits[(exponent + 1)..],
        };
    }
}
