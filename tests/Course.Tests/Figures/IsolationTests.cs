using System.Reflection;
using System.Runtime.Loader;
using Regularization.Course;

namespace CourseTests.Figures;

/// <summary>A notebook's process may hold another FSharp.Core than Plotly.NET needs; .NET Interactive has 10.0 and Plotly.NET 6 asks for 10.1.</summary>
public class IsolationTests
{
    [Fact]
    public void A_figure_is_drawn_where_another_FSharp_Core_was_loaded_first()
    {
        var other = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "other-fsharp", "FSharp.Core.dll"));
        Assert.Equal(new Version(10, 0), TwoNumbers(other));
        Assert.NotNull(other.GetType("Microsoft.FSharp.Core.Unit", throwOnError: true));

        var renderer = PlotsContext.Load(PlotsContext.Find()); // a context of its own, whatever the other tests have loaded
        var figure = Figure.From(SampleCharts.Everything(), renderer);

        Assert.Contains("\"heatmap\"", figure.PlotlyJson);
        var context = AssemblyLoadContext.GetLoadContext(renderer.GetType().Assembly)!;
        Assert.NotSame(AssemblyLoadContext.Default, context);
        var theirs = context.Assemblies.Single(a => a.GetName().Name == "FSharp.Core");
        Assert.True(theirs.GetName().Version >= new Version(10, 1), theirs.FullName);
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(other));
    }

    [Fact]
    public void Nothing_of_Plotly_NET_is_loaded_outside()
    {
        ChartRenderer.Load().ToPlotlyJson(SampleCharts.Bars());
        string[] inside = ["Plotly.NET", "Plotly.NET.CSharp", "DynamicObj", "Regularization.Plots"];
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, a => inside.Contains(a.GetName().Name));
    }

    [Fact]
    public void Both_sides_see_the_same_Course_and_the_same_vectors()
    {
        var context = AssemblyLoadContext.GetLoadContext(ChartRenderer.Load().GetType().Assembly)!;
        ChartRenderer.Load().ToPlotlyJson(SampleCharts.Everything());
        Assert.DoesNotContain(context.Assemblies, a => a.GetName().Name is "Regularization.Course" or "MathNet.Numerics" or "Regularization");
    }

    [Fact]
    public void A_missing_folder_is_named_with_the_command_that_makes_it()
    {
        var failure = Assert.Throws<FileNotFoundException>(() => PlotsContext.Load(Path.Combine("no", "such")));
        Assert.Contains(Path.Combine("no", "such"), failure.Message);
        Assert.Contains("dotnet build Course.sln", failure.Message);
    }

    [Fact]
    public void Course_references_neither_FSharp_nor_Plotly() =>
        Assert.DoesNotContain(typeof(Chart).Assembly.GetReferencedAssemblies(), a => a.Name is "FSharp.Core" or "Plotly.NET" or "Plotly.NET.CSharp");

    private static Version TwoNumbers(Assembly assembly) => new(assembly.GetName().Version!.Major, assembly.GetName().Version!.Minor);
}
