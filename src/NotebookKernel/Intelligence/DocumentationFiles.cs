using System.Collections.Concurrent;
using System.Text;

namespace NotebookKernel;

/// <summary>The documentation files of libraries and of the framework.</summary>
/// <remarks>Searched as bytes, not parsed: the framework's largest has seven megabytes, and one entry of it is wanted. The framework's
/// files come with the SDK; a machine with the runtime alone has none.</remarks>
internal static class DocumentationFiles
{
    private static readonly ConcurrentDictionary<string, byte[]> Files = new();
    private static readonly ConcurrentDictionary<(string, string?), string?> Found = new();

    private static readonly Lazy<string[]> Framework = new(() =>
        FrameworkFolder() is { } folder
            ? [.. Directory.GetFiles(folder, "*.xml").OrderByDescending(f => Path.GetFileName(f) == "System.Runtime.xml").ThenBy(f => f, StringComparer.Ordinal)]
            : []);

    /// <summary>The entry of a documentation id, as the compiler writes it: <c>M:System.Math.Sin(System.Double)</c>.</summary>
    /// <param name="id">The id.</param>
    /// <param name="assembly">The file of the assembly that has the symbol, where known.</param>
    public static string? Find(string id, string? assembly) => Found.GetOrAdd((id, assembly), key => Candidates(key.Item2).Select(file => Entry(file, key.Item1)).FirstOrDefault(e => e is not null));

    // The framework documents its types in the assembly that references name, not in the one that has the code.
    private static IEnumerable<string> Candidates(string? assembly)
    {
        if (assembly is null)
            return [];
        var beside = Path.ChangeExtension(assembly, ".xml");
        if (File.Exists(beside))
            return [beside];
        if (!HostAssemblies.IsProvided(Path.GetFileNameWithoutExtension(assembly)))
            return [];
        var own = Path.GetFileName(beside);
        return Framework.Value.OrderByDescending(f => Path.GetFileName(f) == own);
    }

    private static string? Entry(string file, string id)
    {
        var bytes = Files.GetOrAdd(file, File.ReadAllBytes).AsSpan();
        var start = bytes.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\""));
        if (start < 0)
            return null;
        var entry = bytes[start..];
        var length = entry.IndexOf("</member>"u8);
        return length < 0 ? null : Encoding.UTF8.GetString(entry[..length]) + "</member>";
    }

    private static string? FrameworkFolder()
    {
        var version = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        return DotnetInstallation.Roots()
            .Select(root => Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"))
            .Where(Directory.Exists)
            .SelectMany(packs => Directory.GetDirectories(packs).OrderDescending(StringComparer.Ordinal))
            .Select(pack => Path.Combine(pack, "ref", version))
            .FirstOrDefault(Directory.Exists);
    }
}
