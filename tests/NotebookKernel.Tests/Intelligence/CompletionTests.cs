namespace NotebookKernel.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Console.Wri|", "Write WriteLine")]
    [InlineData("Math.Sq|", "Sqrt")]
    [InlineData("var n = 1;\nn.CompareT|", "CompareTo")]
    [InlineData("\"abc\".Len|", "Length")]
    [InlineData("int? n = 1;\nn?.CompareT|", "CompareTo")]
    [InlineData("int? n = 1;\nn.HasV|", "HasValue")]
    [InlineData("System.Text.Reg|", "RegularExpressions")]
    [InlineData("global::System.Diag|", "Diagnostics")]
    [InlineData("using System.Coll|", "Collections")]
    [InlineData("DayOfWeek.Mon|", "Monday")]
    [InlineData("new List<int>().Whe|", "Where")]
    [InlineData("var xs = new[] { 1.0 };\nxs.Where(x => x.CompareT|", "CompareTo")]
    [InlineData("var xs = new[] { \"a\" };\nxs.Select(x => x.Trim()).Where(y => y.StartsW|)", "StartsWith")]
    [InlineData("var xs = new[] { 1 };\nxs.Averag|\nvar y = 2;", "Average")]
    [InlineData("var s = $\"{Math.Sq|", "Sqrt")]
    [InlineData("(1, 2).Item|", "Item1 Item2")]
    [InlineData("(a: 1, b: 2).a|", "a")]
    [InlineData("new { Mass = 1 }.Ma|", "Mass")]
    [InlineData("new int[3, 3].GetLen|", "GetLength")]
    [InlineData("from x in new[] { \"a\" } select x.Leng|", "Length")]
    [InlineData("dispos| = 1;", "")]
    public void Members_of_values_types_and_namespaces(string code, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), (Complete(code)).Where(t => t != "dispos"));

    [Theory]
    [InlineData("var number = 1; num|", "number")]
    [InlineData("void F(int parameter) { var local = 1; lo|", "local lock long")]
    [InlineData("void F(int parameter) { par|", "parameter params partial")]
    [InlineData("for (var counter = 0; coun|", "counter")]
    [InlineData("foreach (var item in new[] { 1 }) { ite|", "item")]
    [InlineData("new[] { 1 }.Select(element => elem|", "element")]
    [InlineData("int Square(int n) => n * n;\nSqu|", "Square")]
    [InlineData("record Person(string Name);\nnew Pers|", "Person")]
    [InlineData("StringBui|", "StringBuilder")]
    [InlineData("Syst|", "System")]
    [InlineData("whil|", "while")]
    [InlineData("usin|", "using")]
    [InlineData("using static System.Mat|", "Math MathF")]
    [InlineData("displa|", "display")]
    [InlineData("Checkp|", "")] // hidden: only the kernel calls it
    [InlineData("if (true) ret|", "return")]
    public void Names_in_scope(string code, string expected)
    {
        var found = Complete(code);
        Assert.All(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), name => Assert.Contains(name, found));
        Assert.True(expected.Length > 0 || found.Count == 0, string.Join(' ', found));
    }

    [Theory]
    [InlineData("record P(int Width, int Height) { public int Depth { get; set; } }\nnew P(1, 2) { De|", "Depth")]
    [InlineData("record P(int Width, int Height);\nnew P(1, 2) with { He|", "Height")]
    [InlineData("record P(int Width, int Height);\nnew P(1, 2) with { Width = 1, He|", "Height")]
    [InlineData("record P(int Width, int Height);\nnew P(1, 2) is { Wi|", "Width")]
    [InlineData("int F(int step, int count) => 0;\nF(ste|", "step:")]
    [InlineData("record P(int Width, int Height);\nnew P(Wid|", "Width:")]
    public void Names_that_belong_to_the_place(string code, string expected) => Assert.Equal([expected], Complete(code));

    [Theory]
    [InlineData("// a comment Cons|")]
    [InlineData("/* Cons|")]
    [InlineData("\"text Cons|\"")]
    [InlineData("\"text Cons|")]
    [InlineData("@\"text\nCons|")]
    [InlineData("\"\"\"\nCons|")]
    [InlineData("$\"text Cons|\"")]
    [InlineData("'C|'")]
    [InlineData("var nam|")]
    [InlineData("int nam|")]
    [InlineData("class Nam|")]
    [InlineData("1.|")]
    [InlineData("12|")]
    [InlineData("missing.|")]
    [InlineData("Console.WriteLine.|")]
    [InlineData("#if Foo\nCons|\n#endif")]
    [InlineData("#!markdown\nCons|")]
    public void Nothing_is_proposed_in(string code) => Assert.Empty(Complete(code));

    [Fact]
    public void Everything_is_proposed_where_nothing_is_begun()
    {
        var all = Complete("var number = 1;\n|");
        Assert.All(["number", "Console", "System", "foreach", "display", "List"], name => Assert.Contains(name, all));
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.DoesNotContain(all, name => name.Contains('#') || name.Contains('<'));
    }

    [Fact]
    public async Task The_session_as_it_grows()
    {
        await Run("var first = 1;");
        Assert.Equal(["first"], Complete("firs|"));
        Assert.Equal(["CompareTo"], Complete("first.CompareT|"));
        await Run("using System.Globalization; var first = \"text\"; int Twice(int n) => 2 * n; record Point(double X, double Y);");
        Assert.Equal(["Length"], Complete("first.Len|"));
        Assert.Equal(["CultureInfo"], Complete("CultureInf|"));
        Assert.Equal(["Twice"], Complete("Twi|"));
        await Run("var p = new Point(1, 2);");
        Assert.Equal(["X"], Complete("p.X|"));
        await Run("nonsense nonsense");
        await Run("throw new Exception(); var never = 1;");
        Assert.Equal(["X"], Complete("p.X|"));
    }

    [Fact]
    public async Task Asking_changes_nothing()
    {
        await Run("var x = 1; int F() => ++x;");
        foreach (var code in new[] { "F().|", "F();\nvar x = \"\";\nx.|", "class F { }\nF|", "throw new Exception(); x|" })
        {
            Complete(code);
            var (text, cursor) = Marked(code);
            _session.Intelligence.Inspect(text, cursor, 1);
            _session.Intelligence.IsComplete(text);
        }
        Assert.Equal(1, _session.ExecutionCount);
        Assert.Equal("2", ((ResultOutput)(await Run("F()")).Outputs[0]).Data.Text("text/plain"));
    }

    [Fact]
    public async Task The_replaced_text_is_what_was_begun()
    {
        await Run("var été = 1; var @class = 2;");
        Assert.Equal((8, 11), Span("Console.Wri|teLine()"));
        Assert.Equal((5, 5), Span("Math.|"));
        Assert.Equal((8, 10), Span("\"\U0001F600\"; 1+ét|"));
        Assert.Equal((12, 15), Span("var s = 1;\r\nMat|"));
        Assert.Equal(["@class"], Complete("@cla|"));
        Assert.Equal((0, 4), Span("@cla|"));
    }

    [Fact]
    public async Task Extension_methods_and_documentation_of_a_referenced_library()
    {
        using var library = new TestLibrary();
        library.Compile("Shapes", "namespace Shapes { public static class More { public static int Doubled(this int n) => 2 * n; } }");
        using var session = new CSharpSession(library.Folder);
        Assert.Equal([], Texts(session.Intelligence.Complete("1.Doub", 6)));
        await session.ExecuteAsync("#r \"Shapes.dll\"\nusing Shapes;", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["Doubled"], Texts(session.Intelligence.Complete("(1).Doub", 8)));
        Assert.Equal(["Shapes.dll"], Texts(session.Intelligence.Complete("#r \"Sha", 7)));
    }

    private (int, int) Span(string marked)
    {
        var (code, cursor) = Marked(marked);
        var result = _session.Intelligence.Complete(code, cursor);
        Assert.NotEmpty(result.Items);
        return (result.Start, result.End);
    }

    private IReadOnlyList<string> Complete(string marked)
    {
        var (code, cursor) = Marked(marked);
        return Texts(_session.Intelligence.Complete(code, cursor));
    }

    private static string[] Texts(CompletionResult result) => [.. result.Items.Select(i => i.Text)];

    private static (string Code, int Cursor) Marked(string code) => (code.Replace("|", "", StringComparison.Ordinal), code.IndexOf('|'));

    private Task<CellResult> Run(string code) => _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);
}
