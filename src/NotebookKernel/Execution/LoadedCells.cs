using System.Reflection;
using System.Runtime.CompilerServices;

namespace NotebookKernel;

/// <summary>Loads cells, and remembers which assembly is which cell for as long as it is there.</summary>
internal sealed class LoadedCells(SessionLoadContext context)
{
    private readonly ConditionalWeakTable<Assembly, LoadedCell> _cells = [];

    public Assembly Load(CompiledCell cell)
    {
        var target = cell.Declares ? context : (System.Runtime.Loader.AssemblyLoadContext)new CellLoadContext(context);
        var assembly = target.LoadFromStream(new MemoryStream(cell.Assembly!), cell.Symbols is null ? null : new MemoryStream(cell.Symbols));
        _cells.Add(assembly, new(cell.Label, cell.Symbols is not null));
        return assembly;
    }

    /// <summary>The cell that an assembly is, if it is one.</summary>
    public LoadedCell? Of(Assembly assembly) => _cells.TryGetValue(assembly, out var cell) ? cell : null;
}

/// <summary>A cell whose code is loaded.</summary>
/// <param name="Label">What errors call it.</param>
/// <param name="HasLines">Whether its stack frames know their lines; one that does not has a single line.</param>
internal sealed record LoadedCell(string Label, bool HasLines);
