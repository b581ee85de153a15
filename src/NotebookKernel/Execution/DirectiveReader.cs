using System.Text.RegularExpressions;

namespace NotebookKernel;

/// <summary>Follows the <c>#r</c> and <c>#i</c> lines of a session's cells.</summary>
internal sealed partial class DirectiveReader(string folder, SessionAssemblies assemblies, SessionOutput output)
{
    private readonly List<string> _sources = [];
    private readonly List<NuGetPackage> _packages = [];

    /// <summary>Follows one line.</summary>
    /// <param name="directive">The line.</param>
    /// <param name="from">The folder where its path starts: that of the file it stands in.</param>
    /// <param name="cancellationToken">Stops a restore.</param>
    public void Follow(Directive directive, string from, CancellationToken cancellationToken)
    {
        var package = Package().Match(directive.Value);
        switch (directive.Kind, package.Success)
        {
            case ("r", true):
                AddPackage(package.Groups[1].Value, package.Groups[2].Value, cancellationToken);
                break;
            case ("r", false):
                AddFile(directive.Value, from);
                break;
            case ("i", true):
                _sources.Add(Source(directive.Value[(directive.Value.IndexOf(':') + 1)..].Trim(), from));
                break;
            default:
                throw new DirectiveException("#i expects a package source: #i \"nuget: address or folder\".");
        }
    }

    private void AddFile(string value, string from)
    {
        // A bare name that every cell has anyway, such as System.Net.Http, is fine.
        if (HostAssemblies.IsProvided(value) || HostAssemblies.IsProvided(Path.GetFileNameWithoutExtension(value)))
            return;
        var path = Path.GetFullPath(value, from);
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
        var files = Restore(package, cancellationToken);
        foreach (var file in files.Managed)
            assemblies.Add(file);
        foreach (var file in files.Native)
            assemblies.AddNative(file);
        _packages.Add(package);
    }

    private NuGetFiles Restore(NuGetPackage package, CancellationToken cancellationToken)
    {
        using var progress = new RestoreProgress(output, package);
        try
        {
            var files = NuGetRestore.Restore([.. _packages, package], _sources, folder, cancellationToken);
            progress.Done(files.Versions.GetValueOrDefault(package.Id));
            return files;
        }
        catch (DirectiveException)
        {
            progress.Failed();
            throw;
        }
    }

    private static string Source(string value, string from) => value.Contains("://", StringComparison.Ordinal) ? value : Path.GetFullPath(value, from);

    [GeneratedRegex(@"\A\s*nuget:\s*([^,]*?)\s*(?:,\s*(.*?)\s*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Package();
}
