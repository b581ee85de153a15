using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseCli;

/// <summary>Our kernel in one folder of kernels: put there whole, or not at all.</summary>
/// <param name="kernels">The folder of kernels, such as <c>~/.local/share/jupyter/kernels</c>.</param>
internal sealed class KernelInstallation(string kernels)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The folder of our kernel.</summary>
    public string Folder { get; } = Path.Combine(kernels, KernelSpec.Name);

    /// <summary>Fills a folder beside and moves it into place; what was there before stays until then.</summary>
    /// <param name="publish">Fills the folder it is given with the program, and says which build it made.</param>
    public async Task InstallAsync(Func<string, Task<KernelBuild>> publish)
    {
        Directory.CreateDirectory(kernels);
        var fresh = Path.Combine(kernels, $".{KernelSpec.Name}.{Guid.NewGuid():N}");
        var old = fresh + ".old";
        try
        {
            Directory.CreateDirectory(fresh);
            var build = await publish(Path.Combine(fresh, "bin"));
            var spec = KernelSpec.Create(Machine.Current.Platform, build == KernelBuild.Jit ? DotnetRoot() : null);
            File.WriteAllText(Path.Combine(fresh, "kernel.json"), spec.ToJsonString(Indented) + "\n");
            if (Directory.Exists(Folder))
                Directory.Move(Folder, old);
            Directory.Move(fresh, Folder);
        }
        catch when (Directory.Exists(old) && !Directory.Exists(Folder))
        {
            Directory.Move(old, Folder);
            throw;
        }
        finally
        {
            foreach (var folder in new[] { fresh, old }.Where(Directory.Exists))
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Removes our kernel; <see langword="false"/> where there is none.</summary>
    public bool Uninstall()
    {
        if (!Directory.Exists(Folder))
            return false;
        Directory.Delete(Folder, recursive: true);
        return true;
    }

    /// <summary>The kernels in a folder: name and display name, sorted.</summary>
    public static IEnumerable<(string Name, string DisplayName, string Folder)> List(string kernels) =>
        !Directory.Exists(kernels)
            ? []
            : from folder in Directory.GetDirectories(kernels).Order(StringComparer.Ordinal)
              where !Path.GetFileName(folder).StartsWith('.') || Path.GetFileName(folder) == ".net-csharp"
              where File.Exists(Path.Combine(folder, "kernel.json"))
              select (Path.GetFileName(folder), DisplayNameOf(Path.Combine(folder, "kernel.json")), folder);

    private static string DisplayNameOf(string file)
    {
        try
        {
            return (string?)JsonNode.Parse(File.ReadAllText(file))?["display_name"] ?? "(no name)";
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return "(kernel.json cannot be read)";
        }
    }

    // …/shared/Microsoft.NETCore.App/10.0.x/ is three folders below the root.
    private static string DotnetRoot() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
