namespace CourseCli;

/// <summary>Collects what checks find and prints it as it comes.</summary>
internal sealed class Findings(TextWriter writer)
{
    private int _checks;
    private int _found;

    /// <summary>Prints one check's result for a file; <see langword="true"/> when nothing was found.</summary>
    public bool Add(string check, string path, IEnumerable<string> findings)
    {
        var found = findings.ToList();
        _checks++;
        _found += found.Count;
        writer.WriteLine($"{(found.Count == 0 ? "✓" : "✗")} {Path.GetFileName(path)}: {check}");
        foreach (var finding in found)
            writer.WriteLine($"    {finding}");
        return found.Count == 0;
    }

    /// <summary>Prints the closing line; <see langword="true"/> when nothing was found at all.</summary>
    public bool Summarize()
    {
        writer.WriteLine(_found == 0 ? $"{_checks} checks, nothing wrong" : $"{_checks} checks, {_found} things wrong");
        return _found == 0;
    }
}
