namespace NotebookKernel;

/// <summary>Files and folders for <c>#r</c>, <c>#load</c> and <c>#!import</c>.</summary>
internal static class PathCompletions
{
    private static readonly Dictionary<string, string[]> Endings = new()
    {
        ["r"] = [".dll"],
        ["load"] = [".csx", ".cs", ".ipynb", ".dib"],
        ["import"] = [".csx", ".cs", ".ipynb", ".dib"],
    };

    /// <summary>What begins like the path written so far; a folder ends with a slash.</summary>
    public static CompletionResult Complete(string folder, string directive, string written, int start, int cursor)
    {
        var slash = written.LastIndexOfAny(['/', '\\']) + 1;
        var (above, begun) = (written[..slash], written[slash..]);
        CompletionItem[] items;
        try
        {
            var place = new DirectoryInfo(Path.GetFullPath(above.Length == 0 ? "." : above, folder));
            items =
            [
                .. place.GetDirectories().Select(d => new CompletionItem(d.Name + "/", "folder")),
                .. place.GetFiles().Where(f => Endings[directive].Contains(f.Extension, StringComparer.OrdinalIgnoreCase)).Select(f => new CompletionItem(f.Name, "file")),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return CompletionResult.None(cursor);
        }
        // What a dot hides is proposed to those who write the dot.
        var fitting = items.Where(i => i.Text.StartsWith(begun, StringComparison.OrdinalIgnoreCase) && (i.Text[0] != '.' || begun.Length > 0));
        return new([.. fitting.OrderBy(i => i.Text, StringComparer.OrdinalIgnoreCase)], start + slash, cursor);
    }
}
