namespace NotebookKernel;

/// <summary>Packages that this machine has already, with their versions: those also work without a network.</summary>
internal static class LocalPackages
{
    /// <summary>Where packages are kept.</summary>
    public static string Folder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The versions of a package that are here, newest first.</summary>
    public static IReadOnlyList<string> Versions(string id)
    {
        var place = Path.Combine(Folder, id.ToLowerInvariant());
        return id.Length == 0 || !Directory.Exists(place) ? []
            : [.. Directory.GetDirectories(place).Select(Path.GetFileName).OfType<string>().OrderByDescending(Order)];
    }

    /// <summary>The newest version of a package that is here and no prerelease, or <see langword="null"/>.</summary>
    public static string? Newest(string id) => Versions(id).FirstOrDefault(v => !v.Contains('-'));

    /// <summary>Ids after <c>nuget:</c>, versions after the comma.</summary>
    public static CompletionResult Complete(string written, int start, int cursor)
    {
        var (colon, comma) = (written.IndexOf(':') + 1, written.IndexOf(',') + 1);
        var begun = written[Math.Max(colon, comma)..].TrimStart();
        IEnumerable<string> found = comma > 0 ? Versions(written[colon..(comma - 1)].Trim())
            : Directory.Exists(Folder) ? Directory.GetDirectories(Folder).Select(Path.GetFileName).OfType<string>().Where(n => n[0] != '.').Order(StringComparer.Ordinal) : [];
        return new([.. found.Where(f => f.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(f => new CompletionItem(f, "module"))],
            start + written.Length - begun.Length, cursor);
    }

    // 1.10 comes after 1.9, and a preview before what it previews.
    private static (Version, bool, string) Order(string version)
    {
        var dash = version.IndexOfAny(['-', '+']);
        return (Version.TryParse(dash < 0 ? version : version[..dash], out var number) ? number : new(0, 0), dash < 0, version);
    }
}
