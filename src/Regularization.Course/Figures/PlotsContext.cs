using System.Reflection;
using System.Runtime.Loader;

namespace Regularization.Course;

/// <summary>The assembly context of Regularization.Plots: Plotly.NET and its FSharp.Core live here and nowhere else.</summary>
internal sealed class PlotsContext(string folder) : AssemblyLoadContext("Regularization.Plots")
{
    private const string File = "Regularization.Plots.dll";

    // What both sides must see as the same types: the copies that are running here, whichever context they are in.
    private static readonly Assembly[] Shared = [typeof(Chart).Assembly, typeof(Vector).Assembly];

    /// <summary>The renderer in the assembly of a folder.</summary>
    public static IChartRenderer Load(string folder)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
            throw Missing(path);
        var type = new PlotsContext(folder).LoadFromAssemblyPath(path).GetType("Regularization.Plots.PlotlyRenderer", throwOnError: true)!;
        return (IChartRenderer)Activator.CreateInstance(type)!;
    }

    /// <summary>The folder <c>plots</c> beside this assembly, or, when it runs from another project's output, the <c>lib/plots</c> of the same build.</summary>
    public static string Find()
    {
        var here = Path.GetDirectoryName(typeof(Chart).Assembly.Location) is { Length: > 0 } beside ? beside : AppContext.BaseDirectory;
        var candidates = Parents(here).Select(d => Path.Combine(d, "lib", "plots")).Prepend(Path.Combine(here, "plots")).ToArray();
        return Array.Find(candidates, c => System.IO.File.Exists(Path.Combine(c, File))) ?? throw Missing(Path.Combine(candidates[0], File));
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Array.Find(Shared, a => a.GetName().Name == assemblyName.Name) is { } shared)
            return shared;
        var path = Path.GetFullPath(Path.Combine(folder, assemblyName.Name + ".dll"));
        return System.IO.File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    private static IEnumerable<string> Parents(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    private static FileNotFoundException Missing(string path) =>
        new($"Figures need {File}, which is not in {Path.GetDirectoryName(path)}. Build it with: dotnet build Course.sln", path);
}
