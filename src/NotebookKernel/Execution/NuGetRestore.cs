using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>A package asked for by <c>#r "nuget: Id, Version"</c>; no version means the newest stable one.</summary>
internal sealed record NuGetPackage(string Id, string Version);

/// <summary>The files that packages bring.</summary>
internal sealed record NuGetFiles(IReadOnlyList<string> Managed, IReadOnlyList<string> Native);

/// <summary>Fetches packages with the installed SDK: a project that references them is restored, and its result is read.</summary>
/// <remarks>One project per set of packages, kept; the second time nothing is started and no network is needed.</remarks>
internal static class NuGetRestore
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly string Root = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } data ? data : Path.GetTempPath(),
        "notebook-kernel", "packages");

    public static NuGetFiles Restore(
        IReadOnlyList<NuGetPackage> packages, IReadOnlyList<string> sources, string folder, CancellationToken cancellationToken)
    {
        var project = Project(packages, sources, folder);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16];
        var place = Path.Combine(Root, key);
        var assets = Path.Combine(place, "obj", "project.assets.json");
        if (Files(assets) is { } kept)
            return kept;

        Directory.CreateDirectory(place);
        // Empty files of these names keep those of a folder above from having a say.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(place, name), "<Project />");
        File.WriteAllText(Path.Combine(place, "packages.csproj"), project);
        Run(place, packages[^1], cancellationToken);
        return Files(assets) ?? throw Failed(packages[^1], "the restored files are not where they should be");
    }

    private static string Project(IReadOnlyList<NuGetPackage> packages, IReadOnlyList<string> sources, string folder) =>
        new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
                new XElement("RestoreRootConfigDirectory", folder),
                sources.Count == 0 ? null : new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
            new XElement("ItemGroup", packages.Select(p => new XElement("PackageReference",
                new XAttribute("Include", p.Id), new XAttribute("Version", p.Version.Length == 0 ? "*" : p.Version))))).ToString();

    private static void Run(string place, NuGetPackage package, CancellationToken cancellationToken)
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
            throw Failed(package, "the .NET SDK (the dotnet command) is needed for this and was not found", e);
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
                throw Failed(package, "the restore took too long", e);
            }
            if (process.ExitCode != 0)
                throw Failed(package, Reason(output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult()));
        }
    }

    // The first error line says it: "…/packages.csproj : error NU1101: Unable to find package X. …" and so on.
    private static string Reason(string output)
    {
        var line = output.Split('\n').FirstOrDefault(l => l.Contains("error ", StringComparison.Ordinal))?.Trim() ?? "dotnet restore failed";
        var start = line.IndexOf("error ", StringComparison.Ordinal);
        var end = line.LastIndexOf(" [", StringComparison.Ordinal);
        return line[Math.Max(start, 0)..(end > start ? end : line.Length)].TrimEnd('.');
    }

    private static DirectiveException Failed(NuGetPackage package, string reason, Exception? inner = null) =>
        new($"#r: cannot get the package {package.Id}{(package.Version.Length == 0 ? "" : $" {package.Version}")}: {reason}.", inner);

    private static NuGetFiles? Files(string assets)
    {
        if (!File.Exists(assets))
            return null;
        var root = JsonNode.Parse(File.ReadAllText(assets))!;
        var folders = root["packageFolders"]!.AsObject().Select(f => f.Key).ToList();
        List<string> managed = [], native = [];
        foreach (var (key, library) in root["targets"]!.AsObject().First().Value!.AsObject())
        {
            var home = root["libraries"]![key]!["path"]?.GetValue<string>() ?? "";
            var found = folders.Select(f => Path.Combine(f, home)).FirstOrDefault(Directory.Exists);
            if (found is null)
                return null;
            managed.AddRange(Assets(library!, "runtime").Where(f => !f.Key.EndsWith("_._", StringComparison.Ordinal)).Select(f => Path.Combine(found, f.Key)));
            foreach (var (file, info) in Assets(library!, "runtimeTargets").Where(f => FitsHere(f.Value!["rid"]!.GetValue<string>())))
            {
                // An assembly for this platform goes before the one for all.
                if (info!["assetType"]!.GetValue<string>() == "native")
                    native.Add(Path.Combine(found, file));
                else
                    managed.Insert(0, Path.Combine(found, file));
            }
        }
        return new(managed, native);
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Assets(JsonNode library, string kind) =>
        library[kind] as IEnumerable<KeyValuePair<string, JsonNode?>> ?? [];

    private static bool FitsHere(string rid)
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return rid == system || rid == $"{system}-{architecture}" || (rid == "unix" && system != "win");
    }
}
