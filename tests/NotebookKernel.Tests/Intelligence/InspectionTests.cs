namespace NotebookKernel.Tests;

public sealed class InspectionTests : IDisposable
{
    private readonly CSharpSession _session = new(Path.GetTempPath());

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Math.Si|n(1)", "double Math.Sin(double a)", "Returns the sine of the specified angle.")]
    [InlineData("Math.Sin|", "double Math.Sin(double a)", "Returns the sine of the specified angle.")]
    [InlineData("Math.Sin(|", "double Math.Sin(double a)", "Returns the sine of the specified angle.")]
    [InlineData("Math.Sin(1|)", "double Math.Sin(double a)", "Parameters\n    a: An angle, measured in radians.")]
    [InlineData("Ma|th.Sin(1)", "class System.Math", "Provides constants and static methods")]
    [InlineData("\"a\".Len|gth", "int string.Length { get; }", "Gets the number of characters")]
    [InlineData("in|t x = 1;", "int", "Represents a 32-bit signed integer.")]
    [InlineData("va|r x = 1.0;", "double", "double-precision")]
    [InlineData("new[] { 1 }.Wher|e(x => x > 1)", "(extension method) IEnumerable<int> IEnumerable<int>.Where<int>(Func<int, bool> predicate)", "Filters a sequence")]
    [InlineData("new List<int>(|", "List<int>.List()", "Initializes a new instance")]
    [InlineData("new List<int>().Add(|", "void List<int>.Add(int item)", "Adds an object to the end")]
    [InlineData("DayOfWeek.Mo|nday", "DayOfWeek.Monday = 1", "Monday")]
    [InlineData("int Twice(int n) => 2 * n;\nTwi|ce(1)", "int Twice(int n)", "")]
    [InlineData("int Twice(int n) => 2 * |n;", "(parameter) int n", "")]
    [InlineData("void F() { var local = 1; loc|al++; }", "(variable) int local", "")]
    [InlineData("/// <summary>Doubles.</summary>\nint Twice(int n) => 2 * n;\nTwice(|", "int Twice(int n)", "Doubles.")]
    [InlineData("record Point(double X);\nnew Poi|nt(1)", "Point.Point(double X)", "")]
    [InlineData("#!ti|me\n1", "#!time", "how long the cell took")]
    [InlineData("#r \"x.dll|\"", "#r \"file.dll\"", "package")]
    public void Signature_and_summary(string marked, string signature, string text)
    {
        var (code, cursor) = (marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|'));
        var found = _session.Intelligence.Inspect(code, cursor);
        Assert.NotNull(found);
        Assert.StartsWith(signature, found.Plain, StringComparison.Ordinal);
        Assert.Contains(text, found.Plain, StringComparison.Ordinal);
        Assert.Contains(signature.Split('\n')[0], found.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + |1")]
    [InlineData("// Math.Si|n")]
    [InlineData("\"Math.Si|n\"")]
    [InlineData("missi|ng")]
    [InlineData("|")]
    public void Nothing_to_say(string marked) =>
        Assert.Null(_session.Intelligence.Inspect(marked.Replace("|", "", StringComparison.Ordinal), marked.IndexOf('|')));

    [Fact]
    public async Task What_cells_declare_is_shown_with_its_source()
    {
        await Run("var before = 1;");
        await Run("/// <summary>The area, <c>πr²</c>.</summary>\n/// <param name=\"r\">The radius.</param>\n/// <remarks>Of a <see cref=\"Math\"/> circle.</remarks>\ndouble Area(double r)\n{\n    for (var i = 0; i < 2; i++)\n        r += 0;\n    return Math.PI * r * r;\n}");
        var plain = _session.Intelligence.Inspect("Area(2)", 2, 1)!.Plain;
        Assert.Equal("double Area(double r)\n\nThe area, πr².\n\nParameters\n    r: The radius.\n\nRemarks\n    Of a Math circle.\n\nSource\n    double Area(double r)\n    {\n        for (var i = 0; i < 2; i++)\n            r += 0;\n        return Math.PI * r * r;\n    }", plain);
        Assert.Equal("double Area(double r)\n\nThe area, πr².\n\nParameters\n    r: The radius.", _session.Intelligence.Inspect("Area(2)", 2)!.Plain);
        Assert.Equal("```csharp\ndouble Area(double r)\n```\n\nThe area, `πr²`.\n\n**Parameters**\n\n* `r`: The radius.", _session.Intelligence.Inspect("Area(2)", 2)!.Markdown);
        Assert.StartsWith("(variable) int before", _session.Intelligence.Inspect("before", 2)!.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Overloads_are_counted_and_with_more_detail_listed()
    {
        Assert.Matches(@"\A.*\n\(and 1\d overloads\)\n", _session.Intelligence.Inspect("Console.WriteLine(", 18)!.Plain);
        var all = _session.Intelligence.Inspect("Console.WriteLine(", 18, 1)!.Plain;
        Assert.Contains("    void Console.WriteLine(double value)\n", all, StringComparison.Ordinal);
        Assert.Contains("assembly System.Console", all, StringComparison.Ordinal);
        Assert.Contains("Exceptions\n    OverflowException", _session.Intelligence.Inspect("Math.Abs(1)", 6, 1)!.Plain, StringComparison.Ordinal);
        Assert.Contains("    int Random.Next(int maxValue)\n", _session.Intelligence.Inspect("Random x;", 3, 1)!.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documentation_beside_a_library_is_read()
    {
        using var library = new TestLibrary();
        library.Compile("Shapes", "public static class Shapes { public static int Sides(string name) => 3; }");
        File.WriteAllText(Path.Combine(library.Folder, "Shapes.xml"),
            "<doc><members><member name=\"M:Shapes.Sides(System.String)\"><summary>How many\n    sides.</summary><returns>At least <see langword=\"null\"/>.</returns></member></members></doc>");
        using var session = new CSharpSession(library.Folder);
        await session.ExecuteAsync("#r \"Shapes.dll\"", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("int Shapes.Sides(string name)\n\nHow many sides.\n\nReturns\n    At least null.", session.Intelligence.Inspect("Shapes.Sides(", 13)!.Plain);
    }

    private Task<CellResult> Run(string code) => _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);
}
