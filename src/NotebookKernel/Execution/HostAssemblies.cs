using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookKernel;

/// <summary>The assemblies that every session has from the start: the framework's, and the few that must be the host's own.</summary>
/// <remarks>Formatting is shared on purpose: a formatter that a notebook's library registers is then one that the host uses.
/// Metadata is read once for the whole process, which is most of what a session costs to start.</remarks>
internal static class HostAssemblies
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Changed), AssemblyMetadata> Metadata = new();

    private static readonly Dictionary<string, Assembly> SharedByName =
        new[] { typeof(Formatter), typeof(IHtmlContent), typeof(CellHelpers) }
            .Select(t => t.Assembly)
            .ToDictionary(a => a.GetName().Name!, StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<Dictionary<string, string>> Framework = new(() =>
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(p => Path.GetDirectoryName(p) == folder)
            .Distinct() // the core library is listed twice
            .ToDictionary(p => Path.GetFileNameWithoutExtension(p), StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>What every cell can name, anew for each session.</summary>
    public static MetadataReference[] References() =>
        [.. Framework.Value.Values.Concat(SharedByName.Values.Select(a => a.Location)).Select(Reference)];

    /// <summary>The host's assembly of that name, if sessions share it.</summary>
    public static Assembly? Shared(string name) => SharedByName.GetValueOrDefault(name);

    /// <summary>Whether the name is one that a session does not load a copy of.</summary>
    public static bool IsProvided(string name) => SharedByName.ContainsKey(name) || Framework.Value.ContainsKey(name);

    /// <summary>The metadata of an assembly file, read again only when the file changed.</summary>
    /// <remarks>The bytes are shared, the reference is not: the compiler keeps its symbols in it, and would take another session's for a
    /// second assembly of the same name.</remarks>
    public static PortableExecutableReference Reference(string path)
    {
        var shared = Metadata.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), key => AssemblyMetadata.CreateFromFile(key.Path));
        return ((AssemblyMetadata)shared.Copy()).GetReference(filePath: path);
    }
}
