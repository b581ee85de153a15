namespace NotebookKernel.Tests;

public sealed class SessionTests : IDisposable
{
    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("var x = 3;\nx * x", "9")]
    [InlineData("int Twice(int n) => 2 * n;\nTwice(21)", "42")]
    [InlineData("await Task.FromResult(7)", "7")]
    [InlineData("await Task.Delay(1);\nawait Task.Yield();\n8", "8")]
    [InlineData("record P(int A);\nnew P(1).A", "1")]
    [InlineData("new List<int> { 1, 2, 3 }.Where(n => n > 1).Sum()", "5")]
    [InlineData("async Task<int> F() { await Task.Delay(1); return 5; }\nF().Result", "5")]
    [InlineData("\"text\"", "text")]
    [InlineData("null", "null")]
    public async Task Last_expression_is_the_result(string code, string shown)
    {
        var result = await Run(code);
        var output = Assert.IsType<ResultOutput>(Assert.Single(result.Outputs));
        Assert.Equal(shown, output.Data.Text("text/plain"));
        Assert.Equal(1, output.ExecutionCount);
    }

    [Theory]
    [InlineData("var x = 3;")]
    [InlineData("")]
    [InlineData("// nothing")]
    [InlineData("using System.IO;")]
    [InlineData("void F() { }\nF()")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("class C { }")]
    public async Task Statements_and_void_calls_have_no_result(string code) => Assert.Empty((await Run(code)).Outputs);

    [Fact]
    public async Task Cells_see_what_earlier_cells_declare()
    {
        await Run("using System.Globalization;");
        await Run("var x = 1; int F() => ++x; record P(double A);");
        await Run("// only a comment");
        Assert.Equal("2", await Value("F()"));
        Assert.Equal("2", await Value("x"));
        Assert.Equal("3.5", await Value("new P(3.5).A.ToString(CultureInfo.InvariantCulture)"));
        await Run("var x = \"redeclared\";");
        Assert.Equal("redeclared", await Value("x"));
        Assert.Equal(8, _session.ExecutionCount);
    }

    [Fact]
    public async Task What_a_cell_assigned_before_it_failed_stays()
    {
        var failed = await Run("var kept = 41; kept++; throw new Exception(\"no\"); var never = 1;");
        Assert.Equal("no", failed.Error!.Message);
        Assert.Equal("42", await Value("kept"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_leaves_the_session_as_it_was()
    {
        await Run("var x = 1;");
        Assert.Equal(CellErrorKind.Compilation, (await Run("var x = 2; nonsense")).Error!.Kind);
        Assert.Equal("1", await Value("x"));
    }

    private async Task<CellResult> Run(string code) =>
        await _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);

    private async Task<string?> Value(string code)
    {
        var result = await Run(code);
        Assert.Null(result.Error);
        return Assert.IsType<ResultOutput>(result.Outputs[^1]).Data.Text("text/plain");
    }
}
