using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel.Tests;

/// <summary>A temporary notebook folder with libraries compiled for the test.</summary>
internal sealed class TestLibrary : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("notebook-kernel-").FullName;

    /// <summary>Compiles a library into the folder.</summary>
    public string Compile(string name, string code, params string[] references)
    {
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            [.. HostAssemblies.References(), .. references.Select(r => MetadataReference.CreateFromFile(r))],
            new(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(Folder, name + ".dll");
        var result = compilation.Emit(path, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }

    /// <summary>Makes a package of a library, in a package source that is the only one of the folder.</summary>
    public void Pack(string id, string version, string assembly, string? native = null, string nativeName = "")
    {
        var source = Directory.CreateDirectory(Path.Combine(Folder, "source")).FullName;
        File.WriteAllText(Path.Combine(Folder, "nuget.config"),
            "<configuration><packageSources><clear /><add key=\"local\" value=\"source\" /></packageSources></configuration>");
        using var package = ZipFile.Open(Path.Combine(source, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(assembly, $"lib/net8.0/{Path.GetFileName(assembly)}");
        if (native is not null)
            package.CreateEntryFromFile(native, $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/{nativeName}{Path.GetExtension(native)}");
        using var nuspec = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        nuspec.Write($"<package><metadata><id>{id}</id><version>{version}</version><authors>test</authors><description>test</description></metadata></package>");
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows keeps loaded assemblies locked; the system cleans its temporary folder.
        }
    }
}
