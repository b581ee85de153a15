using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Regularization.Course;

namespace CourseTests.Figures;

/// <summary>The numbering of figures is one of the process, so its tests run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class FigureNumbering
{
    public const string Name = "figure numbering";
}

[Collection(FigureNumbering.Name)]
public partial class FigureHtmlTests
{
    [Fact]
    public void The_first_figure_of_a_notebook_brings_plotly_and_the_others_do_not()
    {
        Lesson.Start("l1-sparsity-geometry");
        var figure = SampleCharts.Bars().Draw();
        var (first, second) = (figure.ToHtml(), figure.ToHtml());
        Assert.InRange(first.Length, 1_000_000, 1_700_000);
        Assert.InRange(second.Length, 1000, 10_000);

        var packed = Convert.FromBase64String(Library().Match(first).Groups[1].Value);
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var code = new MemoryStream();
        gzip.CopyTo(code);
        Assert.Equal(ChartRenderer.Load().PlotlyJs.Code.ToArray(), code.ToArray());

        Lesson.Start("l1-sparsity-geometry");
        Assert.Equal(first, figure.ToHtml()); // the same run, the same bytes
    }

    [Fact]
    public void Ids_are_unique_and_made_of_the_content_and_the_number()
    {
        Lesson.Start("l1-sparsity-geometry");
        string[] Ids() => [.. new[] { SampleCharts.Bars(), SampleCharts.Bars(), SampleCharts.Moving() }.Select(c => Id().Match(c.Draw().ToHtml()).Groups[1].Value)];
        var ids = Ids();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(ids[0][..^1], ids[1][..^1]);
        Assert.NotEqual(ids[0][..^1], ids[2][..^1]);
        Assert.All(ids, (id, i) => Assert.EndsWith($"-{i + 1}", id));
        Lesson.Start("l1-sparsity-geometry");
        Assert.Equal(ids, Ids());
    }

    [Fact]
    public void Without_a_script_the_alt_text_and_the_data_remain()
    {
        var html = new Chart("t", "w₁ < w₂ & more", new MarkerLayer("</script>", 1, 2)).Draw().ToHtml();
        Assert.Contains("<figcaption>w₁ &lt; w₂ &amp; more</figcaption>", html);
        Assert.Contains("<td style=\"text-align:right\">2</td>", html);
        Assert.Single(ScriptEnd().Matches(html)); // a name cannot end the script
    }

    [Fact]
    public void The_plotly_script_names_its_version_and_its_license()
    {
        var script = ChartRenderer.Load().PlotlyJs;
        Assert.Contains($"plotly.js v{script.Version}", Encoding.UTF8.GetString(script.Code.Span[..200]));
        Assert.Contains("MIT", script.License);
    }

    [GeneratedRegex("library = \"([A-Za-z0-9+/=]+)\"")]
    private static partial Regex Library();

    [GeneratedRegex("<figure id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("</script>")]
    private static partial Regex ScriptEnd();
}
