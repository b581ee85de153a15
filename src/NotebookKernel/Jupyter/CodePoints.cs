namespace NotebookKernel;

/// <summary>Jupyter counts characters as Unicode code points, C# as UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The UTF-16 position of a code point; positions outside of the text are moved to its ends.</summary>
    public static int ToUtf16(string text, int codePoint)
    {
        var at = 0;
        for (var i = 0; i < codePoint && at < text.Length; i++)
            at += IsPair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>How many code points stand before a UTF-16 position.</summary>
    public static int FromUtf16(string text, int position)
    {
        var count = 0;
        for (var at = 0; at < position && at < text.Length; count++)
            at += IsPair(text, at) ? 2 : 1;
        return count;
    }

    private static bool IsPair(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
