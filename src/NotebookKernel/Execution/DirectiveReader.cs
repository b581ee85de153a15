using System.Text.RegularExpressions;

namespace NotebookKernel;

/// <summary>Follows the <c>#r</c> and <c>#i</c> lines of a session's cells.</summary>
internal sealed partial class DirectiveReader(string folder, SessionAssemblies assemblies)
{
    private readonly List<string> _sources = [];
    private readonly List<NuGetPackage> _packages = [];

    public void Follow(Directive directive, CancellationToken cancellationToken)
    {
        var package = Package().Match(directive.Value);
        switch (directive.Kind, package.Success)
        {
            case ('r', true):
                AddPackage(package.Groups[1].Value, package.Groups[2].Value, cancellationToken);
                break;
            case ('r', false):
                AddFile(directive.Value);
                break;
            case ('i', true):
                _sources.Add(Source(directive.Value[(directive.Value.IndexOf(':') + 1)..].Trim()));
                break;
            default:
                throw new DirectiveException("#i expects a package source: #i \"nuget: address or folder\".");
        }
    }

    private void AddFile(string value)
    {
        // A bare name that every cell has anyway, such as System.Net.Http, is fine.
        if (HostAssemblies.IsProvided(value) || HostAssemblies.IsProvided(Path.GetFileNameWithoutExtension(value)))
            return;
        var path = Path.GetFullPath(value, folder);
        if (!File.Exists(path))
            throw new DirectiveException($"#r: there is no file \"{value}\" (looked for {path}).");
        try
        {
            assemblies.Add(path);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new DirectiveException($"#r: \"{value}\" is not a .NET assembly that can be read: {e.Message}", e);
        }
    }

    private void AddPackage(string id, string version, CancellationToken cancellationToken)
    {
        var package = new NuGetPackage(id, version.Trim());
        if (HostAssemblies.IsProvided(id) || _packages.Contains(package))
            return;
        var files = NuGetRestore.Restore([.. _packages, package], _sources, folder, cancellationToken);
        foreach (var file in files.Managed)
            assemblies.Add(file);
        foreach (var file in files.Native)
            assemblies.AddNative(file);
        _packages.Add(package);
    }

    private string Source(string value) => value.Contains("://", StringComparison.Ordinal) ? value : Path.GetFullPath(value, folder);

    [GeneratedRegex(@"\A\s*nuget:\s*([^,]*?)\s*(?:,\s*(.*?)\s*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Package();
}
