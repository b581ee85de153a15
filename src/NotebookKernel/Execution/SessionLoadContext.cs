using System.Reflection;
using System.Runtime.Loader;

namespace NotebookKernel;

/// <summary>Where a session's code lives: its cells, and its own copies of the assemblies that it references.</summary>
/// <remarks>Static state of a library is therefore one session's alone, even when the host program uses the same library.
/// Not collectible: collectible code runs slower, and libraries with load contexts of their own could not reference it.</remarks>
internal sealed class SessionLoadContext(SessionAssemblies assemblies) : AssemblyLoadContext("notebook session")
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        HostAssemblies.Shared(assemblyName.Name!) is { } shared ? shared
        : assemblies.Find(assemblyName.Name!) is { } path ? LoadFromAssemblyPath(path)
        : null; // the framework's own, from the host

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        assemblies.FindNative(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
