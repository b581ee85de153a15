using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace NotebookKernel;

/// <summary>What a session has added by <c>#r</c>: which file stands for which assembly name, and where to look for more.</summary>
internal sealed class SessionAssemblies
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _folders = [];
    private readonly List<string> _native = [];
    private MetadataReference[] _references = HostAssemblies.References();

    public IReadOnlyList<MetadataReference> References => _references;

    /// <summary>Adds an assembly, and those lying beside it that it needs.</summary>
    /// <remarks>The first file of a name stays, as on other hosts: its code may be running already.</remarks>
    public void Add(string path)
    {
        var waiting = new Queue<string>([path]);
        lock (_gate)
        {
            while (waiting.TryDequeue(out var next))
            {
                var (name, needed) = Inspect(next);
                if (HostAssemblies.IsProvided(name) || !_paths.TryAdd(name, next))
                    continue;
                _references = [.. _references, HostAssemblies.Reference(next)];
                var folder = Path.GetDirectoryName(next)!;
                if (!_folders.Contains(folder))
                    _folders.Add(folder);
                foreach (var beside in needed.Select(n => Path.Combine(folder, n + ".dll")).Where(File.Exists))
                    waiting.Enqueue(beside);
            }
        }
    }

    public void AddNative(string path)
    {
        lock (_gate)
            _native.Add(path);
    }

    /// <summary>The file for an assembly name: one added, or one lying beside those added.</summary>
    public string? Find(string name)
    {
        lock (_gate)
        {
            return _paths.TryGetValue(name, out var path) ? path
                : HostAssemblies.IsProvided(name) ? null
                : _folders.Select(f => Path.Combine(f, name + ".dll")).FirstOrDefault(File.Exists);
        }
    }

    /// <summary>The file for a native library: one that came with a package, or one lying beside an assembly.</summary>
    public string? FindNative(string name)
    {
        string[] names = [name, $"lib{name}.so", $"lib{name}.dylib", $"{name}.dll", $"{name}.so", $"{name}.dylib"];
        lock (_gate)
        {
            return _native.FirstOrDefault(p => names.Contains(Path.GetFileName(p)))
                ?? _folders.SelectMany(f => names.Select(n => Path.Combine(f, n))).FirstOrDefault(File.Exists);
        }
    }

    private static (string Name, string[] Needed) Inspect(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
            throw new BadImageFormatException("not a .NET assembly");
        var reader = file.GetMetadataReader();
        var needed = reader.AssemblyReferences.Select(h => reader.GetString(reader.GetAssemblyReference(h).Name));
        return (reader.GetString(reader.GetAssemblyDefinition().Name), [.. needed]);
    }
}
