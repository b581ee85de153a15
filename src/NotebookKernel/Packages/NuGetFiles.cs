using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>The files that packages bring.</summary>
/// <param name="Managed">Assemblies.</param>
/// <param name="Native">Native libraries for this platform.</param>
/// <param name="Versions">The version of each package, dependencies included.</param>
internal sealed record NuGetFiles(IReadOnlyList<string> Managed, IReadOnlyList<string> Native, IReadOnlyDictionary<string, string> Versions)
{
    /// <summary>What a restore has left, or <see langword="null"/> when it is not all there.</summary>
    /// <param name="assets">Its <c>project.assets.json</c>.</param>
    public static NuGetFiles? Read(string assets)
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
        var versions = root["targets"]!.AsObject().First().Value!.AsObject().Select(l => l.Key.Split('/')).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        return new(managed, native, versions);
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
