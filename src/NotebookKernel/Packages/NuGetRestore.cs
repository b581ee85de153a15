using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>Fetches packages with the installed SDK: a project that references them is restored, and its result is read.</summary>
/// <remarks>One project per set of packages, kept; the second time nothing is started and no network is needed.</remarks>
internal static class NuGetRestore
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly string Root = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } data ? data : Path.GetTempPath(),
        "notebook-kernel", "packages");

    /// <summary>Fetches packages, all of them in one go so that their dependencies agree.</summary>
    /// <param name="packages">What is wanted; the last one is new.</param>
    /// <param name="sources">Package sources beside those that are configured.</param>
    /// <param name="folder">Where the search for a <c>nuget.config</c> begins.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DirectiveException">It failed; the message says why.</exception>
    public static NuGetFiles Restore(
        IReadOnlyList<NuGetPackage> packages, IReadOnlyList<string> sources, string folder, CancellationToken cancellationToken)
    {
        var wanted = packages[^1];
        try
        {
            return RestoreOnce(packages, sources, folder, cancellationToken);
        }
        catch (RestoreException e) when (e.IsUnreachable && wanted.Version.Length == 0 && LocalPackages.Newest(wanted.Id) is { } version)
        {
            // Without a network nobody can say which version is the newest; the newest one here does.
            return Restore([.. packages.SkipLast(1), wanted with { Version = version }], sources, folder, cancellationToken);
        }
        catch (RestoreException e)
        {
            throw new DirectiveException($"#r: cannot get the package {wanted}: {e.Message}.", e);
        }
    }

    private static NuGetFiles RestoreOnce(
        IReadOnlyList<NuGetPackage> packages, IReadOnlyList<string> sources, string folder, CancellationToken cancellationToken)
    {
        var project = Project(packages, sources, folder);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16];
        var place = Path.Combine(Root, key);
        var assets = Path.Combine(place, "obj", "project.assets.json");
        if (NuGetFiles.Read(assets) is { } kept)
            return kept;

        Directory.CreateDirectory(place);
        // Empty files of these names keep those of a folder above from having a say.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(place, name), "<Project />");
        File.WriteAllText(Path.Combine(place, "packages.csproj"), project);
        Run(place, cancellationToken);
        return NuGetFiles.Read(assets) ?? throw new RestoreException("the restored files are not where they should be");
    }

    private static string Project(IReadOnlyList<NuGetPackage> packages, IReadOnlyList<string> sources, string folder) =>
        new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
                new XElement("RestoreRootConfigDirectory", folder),
                sources.Count == 0 ? null : new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
            new XElement("ItemGroup", packages.Select(p => new XElement("PackageReference",
                new XAttribute("Include", p.Id), new XAttribute("Version", p.Version.Length == 0 ? "*" : p.Version))))).ToString();

    private static void Run(string place, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", ["restore", "packages.csproj", "-nologo", "-v", "q"])
        {
            WorkingDirectory = place,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // What a build around us has set is not meant for this project.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new RestoreException("the .NET SDK (the dotnet command) is needed for this and was not found", e);
        }
        using (process)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Limit);
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            }
            catch (OperationCanceledException e)
            {
                process.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                throw new RestoreException("the restore took too long", e);
            }
            if (process.ExitCode != 0)
                throw RestoreException.From(output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
        }
    }
}
