namespace NotebookKernel.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_compile_error_names_cell_line_column_and_source()
    {
        await Run("var a = 1;");
        var error = await Run("var b = a;\n  var c = missing;");
        Assert.Equal((CellErrorKind.Compilation, "CompilationError"), (error.Kind, error.Name));
        Assert.Equal("CS0103: The name 'missing' does not exist in the current context", error.Message);
        Assert.Equal(("cell 2", 2, 11, "  var c = missing;"), (error.Cell, error.Line, error.Column, error.SourceLine));
        Assert.Equal(
            ["cell 2, line 2, column 11: error CS0103: The name 'missing' does not exist in the current context", "      var c = missing;", "              ^"],
            error.Traceback);
        Assert.Equal("cell 2, line 2: CompilationError: CS0103: The name 'missing' does not exist in the current context", error.ToString());
    }

    [Fact]
    public async Task Directives_do_not_move_the_lines() =>
        Assert.Equal(3, (await Run("#r \"System.Net.Http\"\nvar x = 1;\nnonsense;")).Line);

    [Fact]
    public async Task Many_errors_are_listed_up_to_a_limit()
    {
        var error = await Run(string.Join('\n', Enumerable.Range(0, 12).Select(i => $"var v{i} = nothing{i};")));
        Assert.Equal(3 * 10 + 1, error.Traceback.Length);
        Assert.Equal("… and 2 more errors", error.Traceback[^1]);
    }

    [Fact]
    public async Task An_exception_shows_the_learners_own_frames_only()
    {
        await Run("int Inverse(int n)\n{\n    return new[] { 1 }.Select(k => k / n).First();\n}");
        var error = await Run("var x = 0;\nInverse(x)");
        Assert.Equal((CellErrorKind.Exception, "DivideByZeroException", "cell 1", 3), (error.Kind, error.Name, error.Cell, error.Line));
        Assert.Equal("    return new[] { 1 }.Select(k => k / n).First();", error.SourceLine);
        Assert.Equal(
            [
                "DivideByZeroException: Attempted to divide by zero.",
                "   at cell 1, line 3, in Inverse: return new[] { 1 }.Select(k => k / n).First();",
                "   at cell 1, line 3, in Inverse: return new[] { 1 }.Select(k => k / n).First();",
                "   at cell 2, line 2: Inverse(x)",
            ],
            error.Traceback);
    }

    [Theory]
    [InlineData("int.Parse(\"x\");", "FormatException", 1)]
    [InlineData("await Task.Delay(1);\nawait Task.Run(() => int.Parse(\"x\"));", "FormatException", 2)]
    [InlineData("\nTask.Run(() => int.Parse(\"x\")).Wait();", "FormatException", 2)]
    [InlineData("class C { public C() { throw new InvalidOperationException(\"no\"); } }\n\nnew C()", "InvalidOperationException", 1)]
    [InlineData("void Local() => throw new NotSupportedException();\nLocal();", "NotSupportedException", 1)]
    [InlineData("throw new AggregateException(new AggregateException(new TimeZoneNotFoundException()));", "TimeZoneNotFoundException", null)]
    public async Task Names_and_lines_of_exceptions(string code, string name, int? line)
    {
        var error = await Run(code);
        Assert.Equal((name, line), (error.Name, error.Line));
        Assert.DoesNotContain(error.Traceback.Skip(1), l => l.Contains("Submission", StringComparison.Ordinal) || l.Contains("<", StringComparison.Ordinal) || l.Contains("System.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inner_exceptions_are_told()
    {
        var error = await Run("try { int.Parse(\"x\"); }\ncatch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        Assert.Equal("InvalidOperationException: outer", error.Traceback[0]);
        Assert.Contains(" ---> FormatException: The input string 'x' was not in a correct format.", error.Traceback);
    }

    [Theory]
    [InlineData("var x = 1;\n#r \"no-such-file.dll\"", 2, "#r: there is no file \"no-such-file.dll\"")]
    [InlineData("#i \"somewhere\"", 1, "#i expects a package source")]
    public async Task A_directive_that_cannot_be_followed_is_one_sentence(string code, int line, string message)
    {
        var error = await Run(code);
        Assert.Equal((CellErrorKind.Compilation, line), (error.Kind, error.Line));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private async Task<CellError> Run(string code) =>
        (await _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken)).Error!;
}
