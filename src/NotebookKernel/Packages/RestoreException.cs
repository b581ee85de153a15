using System.Text.RegularExpressions;

namespace NotebookKernel;

/// <summary>A restore failed; the message is half a sentence that says why.</summary>
internal sealed partial class RestoreException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether a package source could not be reached: perhaps there is no network.</summary>
    public bool IsUnreachable { get; private init; }

    /// <summary>Finds the reason in what <c>dotnet restore</c> wrote.</summary>
    public static RestoreException From(string output)
    {
        var error = Error().Match(output);
        if (!error.Success)
            return new("dotnet restore failed without saying why");
        var (code, text) = (error.Groups[1].Value, error.Groups[2].Value.Trim().TrimEnd('.'));
        var nearest = Nearest().Match(output);
        var reason = code switch
        {
            "NU1101" => $"no package source has one of this name{Sources(text)}",
            "NU1102" when nearest.Success => $"there is no such version; the nearest is {nearest.Groups[1].Value}",
            "NU1103" when nearest.Success => $"there are only prereleases, and one has to be named: the newest is {nearest.Groups[1].Value}",
            "NU1202" => $"it is not made for .NET {Environment.Version.Major}",
            "NU1301" => $"a package source cannot be reached, and the package is not in the local cache{Address(text)}",
            _ => text,
        };
        return new($"{reason} ({code})") { IsUnreachable = code == "NU1301" };
    }

    private static string Sources(string text) => text.LastIndexOf("source(s): ", StringComparison.Ordinal) is var at && at >= 0 ? $" (looked in {text[(at + 11)..]})" : "";

    private static string Address(string text) => Place().Match(text) is { Success: true } address ? $" ({address.Value.TrimEnd('.')})" : "";

    // …/packages.csproj : error NU1101: Unable to find package X. No packages exist with this id in source(s): local [/…]
    [GeneratedRegex(@"error (\w+\d+): (.*?)(?: \[[^\[\]\n]*\.csproj\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();

    [GeneratedRegex(@"Nearest version: ([^\s\]]+)")]
    private static partial Regex Nearest();

    [GeneratedRegex(@"https?://\S+|(?<=source )\S+")]
    private static partial Regex Place();
}
