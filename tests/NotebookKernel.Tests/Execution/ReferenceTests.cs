namespace NotebookKernel.Tests;

public sealed class ReferenceTests : IDisposable
{
    private readonly TestLibrary _library = new();

    public void Dispose() => _library.Dispose();

    [Fact]
    public async Task A_library_and_what_lies_beside_it_is_found()
    {
        var inner = _library.Compile("Inner", "namespace Inner { public static class Deep { public static int Answer => 42; } }");
        _library.Compile("Outer", "namespace Outer { public static class Shallow { public static int Answer => Inner.Deep.Answer + 1; } }", inner);
        using var session = new CSharpSession(_library.Folder);
        Assert.Equal("43", await Value(session, "#r \"Outer.dll\"\nusing Outer;\nShallow.Answer"));
        Assert.Equal("42", await Value(session, "Inner.Deep.Answer"));
    }

    [Fact]
    public async Task Paths_start_at_the_notebooks_folder()
    {
        _library.Compile("Lib", "public static class Lib { public static int X = 1; }");
        var below = Directory.CreateDirectory(Path.Combine(_library.Folder, "notebooks")).FullName;
        File.WriteAllText(Path.Combine(below, "helper.csx"), "int Helped(int n) => n + 1;");
        using var session = new CSharpSession(below);
        Assert.Equal("1", await Value(session, "#r \"../Lib.dll\" // with a comment\nLib.X"));
        Assert.Equal("3", await Value(session, "#load \"helper.csx\"\nHelped(2)"));
        Assert.Equal("4", await Value(session, "Helped(3)"));
    }

    [Fact]
    public async Task Two_sessions_have_separate_static_state()
    {
        _library.Compile("Counter", "public static class Counter { public static int Count; public static int Next() => ++Count; }");
        using CSharpSession first = new(_library.Folder), second = new(_library.Folder);
        const string Code = "#r \"Counter.dll\"\nCounter.Next()";
        Assert.Equal(["1", "2", "1"], [await Value(first, Code), await Value(first, Code), await Value(second, Code)]);
    }

    [Fact]
    public async Task An_assembly_that_the_host_program_uses_too_is_loaded_anew()
    {
        using var session = new CSharpSession(_library.Folder);
        var path = typeof(CsCheck.Gen).Assembly.Location;
        var value = await Value(session, $"#r \"{path}\"\nSystem.Runtime.Loader.AssemblyLoadContext.GetLoadContext(typeof(CsCheck.Gen).Assembly).Name");
        Assert.Equal("notebook session", value);
    }

    [Fact]
    public async Task A_formatter_that_a_library_registers_is_used_by_the_host()
    {
        _library.Compile("Shapes", """
            using Microsoft.DotNet.Interactive.Formatting;
            public record Circle(double Radius);
            public static class Shapes
            {
                public static void Register()
                {
                    Formatter.Register<Circle>((c, w) => w.Write("{\"radius\": 2}"), "application/vnd.shape+json");
                    Formatter.Register<Circle>((c, w) => w.Write("<circle/>"), "text/html");
                    Formatter.Register<Circle>((c, w) => w.Write("a circle"), "text/plain");
                    Formatter.SetPreferredMimeTypesFor(typeof(Circle), "application/vnd.shape+json", "text/html");
                }
            }
            """);
        // A copy of the display library beside it must not be taken: formatters registered there would reach nobody.
        File.Copy(typeof(Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly.Location,
            Path.Combine(_library.Folder, "Microsoft.DotNet.Interactive.Formatting.dll"));
        using var session = new CSharpSession(_library.Folder);
        var result = await Run(session, "#r \"Shapes.dll\"\nShapes.Register();\nnew Circle(2)");
        var data = Assert.IsType<ResultOutput>(Assert.Single(result.Outputs)).Data;
        Assert.Equal(["application/vnd.shape+json", "text/html", "text/plain"], data.Entries.Select(e => e.Key));
        Assert.Equal(2, (int)data["application/vnd.shape+json"]!["radius"]!);
        Assert.Equal(("<circle/>", "a circle"), (data.Text("text/html"), data.Text("text/plain")));
    }

    [Fact]
    public async Task A_reference_inside_a_string_is_text()
    {
        using var session = new CSharpSession(_library.Folder);
        Assert.Equal("#r \"nowhere.dll\"", await Value(session, "@\"\n#r \"\"nowhere.dll\"\"\".Trim()"));
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_is_named()
    {
        File.WriteAllText(Path.Combine(_library.Folder, "text.dll"), "no");
        using var session = new CSharpSession(_library.Folder);
        var error = (await Run(session, "#r \"text.dll\"")).Error!;
        Assert.StartsWith("#r: \"text.dll\" is not a .NET assembly that can be read", error.Message, StringComparison.Ordinal);
    }

    private static Task<CellResult> Run(CSharpSession session, string code) =>
        session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<string?> Value(CSharpSession session, string code)
    {
        var result = await Run(session, code);
        Assert.Null(result.Error);
        return Assert.IsType<ResultOutput>(Assert.Single(result.Outputs)).Data.Text("text/plain");
    }
}
