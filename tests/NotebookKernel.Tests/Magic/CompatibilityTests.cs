namespace NotebookKernel.Tests;

/// <summary>Cells as they stand in .NET Interactive's notebooks; docs/compatibility.md names these tests.</summary>
public sealed class CompatibilityTests : IDisposable
{
    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("display(42);", "text/plain", "42")]
    [InlineData("42.Display();", "text/plain", "42")]
    [InlineData("display(\"# text\", \"text/markdown\");", "text/markdown", "# text")]
    [InlineData("\"# text\".DisplayAs(\"text/markdown\");", "text/markdown", "# text")]
    [InlineData("\"<b>x</b>\".DisplayAs(\"text/html\");", "text/html", "<b>x</b>")]
    [InlineData("display(\"<b>x</b>\", \"text/html\");", "text/html", "&lt;b&gt;x&lt;/b&gt;")] // as there: a string is text
    [InlineData("display(HTML(\"<b>x</b>\"));", "text/html", "<b>x</b>")]
    [InlineData("HTML(\"<b>x</b>\").Display();", "text/html", "<b>x</b>")]
    [InlineData("HTML(\"<b>x</b>\")", "text/html", "<b>x</b>")]
    [InlineData("SVG(\"<svg/>\")", "text/html", "<svg/>")]
    [InlineData("CSS(\"b { color: red }\");", "text/html", "<style>b { color: red }</style>")]
    [InlineData("Javascript(\"alert(1)\");", "text/html", "<script type=\"text/javascript\">alert(1)</script>")]
    [InlineData("Kernel.display(42);", "text/plain", "42")]
    [InlineData("Kernel.HTML(\"<b>x</b>\")", "text/html", "<b>x</b>")]
    [InlineData("new Microsoft.AspNetCore.Html.HtmlString(\"<i>x</i>\")", "text/html", "<i>x</i>")]
    public async Task Display(string code, string mimeType, string shown) => Assert.Equal(shown, Data(Assert.Single(await Outputs(code))).Text(mimeType));

    [Theory]
    [InlineData("var shown = display(\"first\");\nshown.Update(\"second\");")]
    [InlineData("var shown = \"first\".Display();\nshown.Update(\"second\");")]
    [InlineData("display(\"first\").Update(\"second\");")]
    public async Task A_displayed_value_is_updated(string code) => Assert.Equal("second", Data(Assert.Single(await Outputs(code))).Text("text/plain"));

    [Fact]
    public async Task Formatters_are_registered_in_a_cell()
    {
        await Outputs("using Microsoft.DotNet.Interactive.Formatting;\nrecord Point(int X);\nFormatter.Register<Point>(p => $\"<em>{p.X}</em>\", \"text/html\");\nFormatter.SetPreferredMimeTypesFor(typeof(Point), \"text/html\");");
        Assert.Equal("<em>3</em>", Data(Assert.Single(await Outputs("new Point(3)"))).Text("text/html"));
        await Outputs("Formatter.Register<Point>((p, writer) => writer.Write($\"<u>{p.X}</u>\"), HtmlFormatter.MimeType);");
        Assert.Equal("<u>3</u>", Data(Assert.Single(await Outputs("new Point(3)"))).Text("text/html"));
        Assert.Equal("[1, 2]", Data(Assert.Single(await Outputs("new[] { 1, 2 }.ToDisplayString()"))).Text("text/plain"));
    }

    [Theory]
    [InlineData("div(\"text\")", "<div>text</div>")]
    [InlineData("b[style: \"color:red\"](\"a < b\")", "<b style=\"color:red\">a &lt; b</b>")]
    [InlineData("table(tr(td(1), td(2)))", "<table><tr><td>1</td><td>2</td></tr></table>")]
    public async Task PocketView_makes_html(string code, string html)
    {
        var text = Data(Assert.Single(await Outputs("using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\n" + code))).Text("text/html")!;
        Assert.Equal(html, text);
    }

    [Theory]
    [InlineData("using Microsoft.DotNet.Interactive;")]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting;")]
    [InlineData("using Microsoft.AspNetCore.Html;")]
    [InlineData("using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;")]
    public async Task Usings_that_notebooks_begin_with_compile(string code) => Assert.Empty(await Outputs(code));

    private async Task<IReadOnlyList<CellOutput>> Outputs(string code)
    {
        var result = await _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        return result.Outputs;
    }

    private static MimeBundle Data(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => throw new InvalidOperationException(output.ToString()),
    };
}
