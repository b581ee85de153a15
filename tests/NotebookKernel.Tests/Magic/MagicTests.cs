namespace NotebookKernel.Tests;

public sealed class MagicTests : IDisposable
{
    private readonly TestLibrary _files = new();
    private readonly CSharpSession _session;

    public MagicTests() => _session = new(_files.Folder);

    public void Dispose()
    {
        _session.Dispose();
        _files.Dispose();
    }

    [Theory]
    [InlineData("#!markdown\n# Title\nit's \"text\"", "text/markdown", "# Title\nit's \"text\"")]
    [InlineData("#!md\n#!/bin/sh", "text/markdown", "#!/bin/sh")]
    [InlineData("#!html\n<b>bold</b>", "text/html", "<b>bold</b>")]
    [InlineData("#!javascript\nalert(1)", "text/html", "<script type=\"text/javascript\">\nalert(1)\n</script>")]
    [InlineData("#!svg\n<svg/>", "image/svg+xml", "<svg/>")]
    public async Task Text_is_shown(string code, string mimeType, string shown)
    {
        var data = Assert.IsType<DisplayOutput>(Assert.Single(await Outputs(code))).Data;
        Assert.Equal(shown, data.Text(mimeType));
        Assert.False(string.IsNullOrEmpty(data.Text("text/plain")));
    }

    [Theory]
    [InlineData("#!csharp\n1 + 1")]
    [InlineData("#!c#\n1 + 1")]
    [InlineData("\n#!csharp\n\n1 + 1\n")]
    public async Task CSharp_may_be_named(string code) => Assert.Equal("2", Text(Assert.Single(await Outputs(code))));

    [Fact]
    public async Task Parts_run_in_order_and_the_last_value_is_the_result()
    {
        var outputs = await Outputs("var x = 1;\nx\n#!markdown\nbetween **and**\n#!csharp\nx + 1");
        Assert.Equal(["1", "between **and**", "2"], outputs.Select(Text));
        Assert.Equal([typeof(DisplayOutput), typeof(DisplayOutput), typeof(ResultOutput)], outputs.Select(o => o.GetType()));
    }

    [Fact]
    public async Task Time_is_told_after_the_cell()
    {
        var outputs = await Outputs("#!time\n1 + 1");
        Assert.Equal("2", Text(outputs[0]));
        Assert.Matches(@"\AWall time: \d+\.\d ms\z", Text(outputs[1]));
    }

    [Fact]
    public async Task About_and_lsmagic()
    {
        Assert.Matches(@"\AC# notebook kernel \d.*\n\.NET 10.*\nC# compiler \d", Text(Assert.Single(await Outputs("#!about"))));
        var list = Text(Assert.Single(await Outputs("#!lsmagic")));
        Assert.All(["#!about ", "#!csharp ", "#!html ", "#!import ", "#!javascript ", "#!lsmagic ", "#!markdown ", "#!time "], name => Assert.Contains(name, list, StringComparison.Ordinal));
        Assert.DoesNotContain("fsharp", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_are_listed()
    {
        await Outputs("var x = 1; var s = \"one\";");
        await Outputs("var x = 2.5;");
        Assert.Equal("s\nx", Text(Assert.Single(await Outputs("#!who"))));
        Assert.Equal("Variable  Type           Value\ns         System.String  one\nx         System.Double  2.5", Text(Assert.Single(await Outputs("#!whos"))));
    }

    [Theory]
    [InlineData("var x = 1;\n#!fsharp\nlet y = 1", 2, "#!fsharp is not supported: this kernel runs C# only. #!lsmagic lists the magic commands that it knows.")]
    [InlineData("#!pwsh\nls", 1, "#!pwsh is not supported: this kernel runs C# only. #!lsmagic lists the magic commands that it knows.")]
    [InlineData("#!nosuch --option", 1, "#!nosuch is not a magic command of this kernel. #!lsmagic lists those that it knows.")]
    [InlineData("1\n#!share x --from fsharp\n2", 2, "#!share is not a magic command of this kernel. #!lsmagic lists those that it knows.")]
    public async Task An_unsupported_command_is_named_and_nothing_runs(string code, int line, string message)
    {
        var result = await Run(code);
        Assert.Equal((message, line, CellErrorKind.Compilation), (result.Error!.Message, result.Error.Line, result.Error.Kind));
        Assert.IsType<ErrorOutput>(Assert.Single(result.Outputs));
        Assert.NotNull((await Run("x")).Error);
    }

    [Theory]
    [InlineData("@\"\n#!time\n\".Trim()", "#!time")]
    [InlineData("\"\"\"\n#!time\n\"\"\"", "#!time")]
    [InlineData("/*\n#!time\n*/\n\"only a comment\"", "only a comment")]
    public async Task The_same_characters_in_a_string_or_a_comment_are_code(string code, string shown) =>
        Assert.Equal(shown, Text(Assert.Single(await Outputs(code))));

    [Fact]
    public async Task Lines_keep_their_numbers()
    {
        var error = (await Run("#!markdown\ntext\n#!csharp\nvar x = 1;\n#!time\n\nmissing")).Error!;
        Assert.Equal((7, "missing"), (error.Line, error.SourceLine));
        error = (await Run("#!markdown\ntext\n#!csharp\nvar zero = 0;\n1 / zero")).Error!;
        Assert.Equal((5, "1 / zero"), (error.Line, error.SourceLine));
    }

    [Fact]
    public async Task Files_are_loaded_with_what_they_load_and_reference()
    {
        _files.Compile("Lib", "public static class Lib { public static int Answer => 42; }");
        Directory.CreateDirectory(Path.Combine(_files.Folder, "sub"));
        Write("sub/inner.csx", "#r \"../Lib.dll\"\nint Inner() => Lib.Answer;\n7");
        Write("outer.csx", "using System.Globalization;\n#load \"sub/inner.csx\"\nint Outer() => Inner() + 1;");
        Assert.Equal("43", Text(Assert.Single(await Outputs("#load \"outer.csx\"\nOuter()"))));
        Assert.Equal("42", Text(Assert.Single(await Outputs("#!import sub/inner.csx\nInner()"))));
        Assert.Equal("InvariantCulture", Text(Assert.Single(await Outputs("nameof(CultureInfo.InvariantCulture)"))));
    }

    [Fact]
    public async Task Notebooks_are_imported_cell_by_cell()
    {
        Write("a.dib", "#!markdown\n# Title\n#!csharp\nvar fromDib = 1;\nfromDib\n#!csharp\nint Twice(int n) => 2 * n;\n");
        NotebookFile.Write(new([new CodeCell("a", "var fromNotebook = 3;", [], null, []), new MarkdownCell("b", "text", [])], []), Path.Combine(_files.Folder, "b.ipynb"));
        var outputs = await Outputs("#!import \"a.dib\"\n#!import b.ipynb\nTwice(fromDib + fromNotebook)");
        Assert.Equal(["1", "8"], outputs.Select(Text));
    }

    [Theory]
    [InlineData("#!import nowhere.ipynb", "there is no file \"nowhere.ipynb\"")]
    [InlineData("#load \"nowhere.csx\"", "there is no file \"nowhere.csx\"")]
    [InlineData("#!import picture.png", "\"picture.png\" cannot be loaded; expected a file of C#")]
    [InlineData("#!import broken.ipynb", "\"broken.ipynb\" cannot be loaded: ")]
    [InlineData("#load \"itself.csx\"", "\"itself.csx\" loads itself.")]
    public async Task A_file_that_cannot_be_loaded_is_one_sentence(string code, string message)
    {
        Write("picture.png", "");
        Write("broken.ipynb", "{");
        Write("itself.csx", "#load \"itself.csx\"");
        var error = (await Run(code)).Error!;
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public async Task An_error_in_a_loaded_file_names_it()
    {
        Write("bad.csx", "var x = 1;\nmissing");
        Write("bad.dib", "#!csharp\n1\n#!csharp\nvar y = 1;\nthrow new Exception(\"no\");");
        var error = (await Run("#load \"bad.csx\"")).Error!;
        Assert.Equal(("bad.csx", 2, "missing"), (error.Cell, error.Line, error.SourceLine));
        error = (await Run("#!import bad.dib")).Error!;
        Assert.Equal(("bad.dib, cell 2", 2, "no"), (error.Cell, error.Line, error.Message));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_files.Folder, name), text);

    private async Task<IReadOnlyList<CellOutput>> Outputs(string code)
    {
        var result = await Run(code);
        Assert.Null(result.Error);
        return result.Outputs;
    }

    private static string Text(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data.Text("text/plain")!,
        ResultOutput result => result.Data.Text("text/plain")!,
        _ => throw new InvalidOperationException(output.ToString()),
    };

    private Task<CellResult> Run(string code) => _session.ExecuteAsync(code, cancellationToken: TestContext.Current.CancellationToken);
}
