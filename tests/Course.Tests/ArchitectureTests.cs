using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CourseCli;

namespace Course.Tests;

/// <summary>The arrows of docs/architecture.md, and what must not stand in any file.</summary>
public class ArchitectureTests
{
    private static readonly string Root = CourseFolder.Find().Root;

    [Theory]
    [InlineData("Regularization", "NotebookKernel", "Regularization.Course", "Regularization.Plots", "course", "Plotly", "FSharp", "Microsoft.CodeAnalysis", "Microsoft.DotNet.Interactive")]
    [InlineData("Regularization.Course", "NotebookKernel", "Regularization.Plots", "course", "Plotly", "FSharp", "Microsoft.CodeAnalysis")]
    [InlineData("NotebookKernel", "Regularization", "course", "Plotly", "FSharp", "MathNet")]
    [InlineData("course", "Plotly", "FSharp", "Regularization.Plots")]
    public void A_project_references_only_what_lies_below_it(string assembly, params string[] forbidden)
    {
        var references = References(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        Assert.Contains("System.Runtime", references);
        foreach (var name in forbidden)
            Assert.DoesNotContain(references, reference => reference == name || reference.StartsWith(name + ".", StringComparison.Ordinal));
    }

    [Fact]
    public void The_kernel_host_knows_the_kernel_and_nothing_else()
    {
        var references = References(Path.Combine(Root, "artifacts", "bin", "KernelHost", "debug", "course-kernel.dll"));
        Assert.Contains("NotebookKernel", references);
        Assert.All(references, name => Assert.True(name == "NotebookKernel" || name.StartsWith("System.", StringComparison.Ordinal), name));
    }

    [Fact]
    public void The_kernel_does_not_know_what_the_course_is_about() =>
        Assert.All(Sources("src/NotebookKernel").Concat(Sources("src/KernelHost")), file => Assert.DoesNotContain("regulari", File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Only_plots_knows_Plotly_NET() =>
        Assert.All(
            Sources("src").Where(file => !file.Contains("Regularization.Plots", StringComparison.Ordinal)),
            file => Assert.DoesNotContain("using Plotly", File.ReadAllText(file), StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return files;
    }

    /// <summary>The names an assembly references, read without loading it.</summary>
    private static List<string> References(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }
}
