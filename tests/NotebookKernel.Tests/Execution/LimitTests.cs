namespace NotebookKernel.Tests;

/// <summary>Cells that would bring a kernel down that takes them literally.</summary>
public sealed class LimitTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    public static TheoryData<string, string> Deep => new()
    {
        { "classes", Repeat("class A { ", 20_000) + Repeat("}", 20_000) },
        { "type arguments", "typeof(" + Repeat("List<", 20_000) + "int" + Repeat(">", 20_000) + ")" },
        { "lambdas", "Func<int, int> f = " + Repeat("x => ((Func<int, int>)(", 5_000) + "x => x" + Repeat("))(x)", 5_000) + ";" },
        { "parentheses", Repeat("(", 20_000) },
        { "interpolations", Repeat("$\"{", 2_000) + "1" + Repeat("}\"", 2_000) },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public async Task Code_nested_too_deeply_is_refused(string what, string code)
    {
        var error = (await Run("\n" + code)).Error;
        Assert.Equal(("The code is nested too deeply: more than 250 levels.", 2), (error?.Message, error?.Line));
        Assert.Equal("invalid", _session.Intelligence.IsComplete(code).Status);
        Assert.Empty(_session.Intelligence.Complete(code, code.Length).Items);
        Assert.Null(_session.Intelligence.Inspect(code, code.Length));
        Assert.Equal("2", Text(await Run("1 + 1")));
        Assert.NotNull(what);
    }

    [Fact]
    public void What_only_looks_deep_is_let_through()
    {
        Assert.Null(Nesting.TooDeepAt($"var s = \"{new string('(', 1000)}\"; // {new string('{', 1000)}"));
        Assert.Null(Nesting.TooDeepAt(string.Join('\n', Enumerable.Repeat("if (a < b) c();", 1000))));
        Assert.Null(Nesting.TooDeepAt(string.Join(" || ", Enumerable.Repeat("a < b", 1000))));
        Assert.Null(Nesting.TooDeepAt(Repeat("(", 250) + "1" + Repeat(")", 250)));
        Assert.Equal(1, Nesting.TooDeepAt(Repeat("(", 251)));
    }

    [Fact]
    public async Task As_deep_as_is_allowed_compiles()
    {
        Assert.Equal("1", Text(await Run(Repeat("(", 250) + "1" + Repeat(")", 250))));
        Assert.Null((await Run("Func<int, int> f = " + Repeat("x => ((Func<int, int>)(", 60) + "x => x" + Repeat("))(x)", 60) + ";")).Error);
    }

    [Theory]
    [InlineData("class Node { public List<Node> Kids { get; } = new(); public Node Me => this; }\nvar n = new Node(); for (var i = 0; i < 200; i++) n.Kids.Add(n);\nn")]
    [InlineData("var d = new Dictionary<string, object>(); for (var i = 0; i < 100; i++) d[i.ToString()] = d;\nd")]
    [InlineData("var l = new List<object>(); for (var i = 0; i < 100; i++) l.Add(l);\nl")]
    [InlineData("IEnumerable<int> Forever() { while (true) yield return 1; }\nForever()")]
    [InlineData("Enumerable.Range(0, 200).Select(a => Enumerable.Range(0, 200).Select(b => Enumerable.Range(0, 200).Select(c => Enumerable.Range(0, 200).Select(d => new[] { a, b, c, d }))))")]
    [InlineData("new string('x', 50_000_000)")]
    [InlineData("Enumerable.Range(0, int.MaxValue)")]
    [InlineData("new int[2000, 2000]")]
    [InlineData("new System.IO.DirectoryInfo(\".\")")]
    [InlineData("AppDomain.CurrentDomain")]
    public async Task Huge_and_endless_values_are_shown_in_part(string code)
    {
        var result = await Run(code);
        Assert.Null(result.Error);
        var data = Assert.IsType<ResultOutput>(Assert.Single(result.Outputs)).Data;
        Assert.InRange(data.Entries.Sum(e => e.Value.ToJsonString().Length), 1, 2_000_000);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string? Text(CellResult result) => Assert.IsType<ResultOutput>(Assert.Single(result.Outputs)).Data.Text("text/plain");

    private Task<CellResult> Run(string code) => _session.ExecuteAsync(code, timeout: Limit, cancellationToken: TestContext.Current.CancellationToken);
}
