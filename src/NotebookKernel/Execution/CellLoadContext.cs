using System.Reflection;
using System.Runtime.Loader;

namespace NotebookKernel;

/// <summary>Where a cell lives that declares nothing: no later cell can name it, so its name may be used again.</summary>
/// <remarks>Not collectible: that was measured to take a millisecond longer for each cell, and to save some ten kilobytes.</remarks>
internal sealed class CellLoadContext(SessionLoadContext session) : AssemblyLoadContext("notebook cell")
{
    protected override Assembly? Load(AssemblyName assemblyName) => session.LoadFromAssemblyName(assemblyName);
}
