using System.Text.Json.Nodes;

namespace Course.Tests.Cli;

/// <summary>The <c>course</c> command as a person calls it: a process, its words and its exit code.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("course-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("bogus")]
    [InlineData("run", "no-such-notebook")]
    [InlineData("run", "--bogus")]
    [InlineData("run", "--timeout", "0")]
    [InlineData("clean", "no-such-notebook")]
    public async Task What_cannot_be_understood_gets_one_line_and_exit_code_2(params string[] arguments)
    {
        var (code, output, error) = await Course(arguments);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.StartsWith("course: ", error);
        Assert.Contains(arguments[^1] == "0" ? "--timeout" : arguments[^1], error);
    }

    [Fact]
    public async Task Run_writes_pages_notebooks_and_a_summary()
    {
        var notebook = Notebook("tiny", ("md", "about", "# Tiny"), ("code", "sum", "1 + 1"));
        var (code, output, _) = await Course("run", notebook, "--out", Out);
        Assert.Equal(0, code);
        Assert.Contains("Tiny", output);
        Assert.Contains(">2<", File.ReadAllText(Path.Combine(Out, "tiny.html")));
        Assert.Contains("tiny.html", File.ReadAllText(Path.Combine(Out, "index.html")));
        Assert.True(File.Exists(Path.Combine(Out, "notebooks", "tiny.ipynb")));
        var summary = Assert.Single((JsonArray)JsonNode.Parse(File.ReadAllText(Path.Combine(Out, "course.json")))!)!;
        Assert.Equal(["file", "title", "cells", "claims", "exercises", "figures", "seconds", "ok", "error"], summary.AsObject().Select(entry => entry.Key));
        Assert.Equal(("tiny.ipynb", "Tiny", 1, true), ((string)summary["file"]!, (string)summary["title"]!, (int)summary["cells"]!, (bool)summary["ok"]!));
    }

    [Fact]
    public async Task A_failing_cell_is_named_with_its_source_line()
    {
        var notebook = Notebook("bad", ("code", "good", "var x = 2;"), ("code", "boom", "var y = x - 2;\nvar z = 1 / y;"), ("code", "never", "40000 + 2"));
        var (code, output, _) = await Course("run", notebook, "--out", Out);
        Assert.Equal(1, code);
        var said = string.Join(' ', output.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("cell 2, line 2: DivideByZeroException", said);
        Assert.Contains("(cell id boom: var z = 1 / y;)", said);
        Assert.DoesNotContain(">40002<", File.ReadAllText(Path.Combine(Out, "bad.html")));
        Assert.Contains("\"ok\": false", File.ReadAllText(Path.Combine(Out, "course.json")));
    }

    [Fact]
    public async Task A_spinning_cell_is_stopped()
    {
        var notebook = Notebook("spin", ("code", "spin", "while (true) { }"));
        var (code, output, _) = await Course("run", notebook, "--out", Out, "--timeout", "1");
        Assert.Equal(1, code);
        Assert.Contains("spin", output);
    }

    [Fact]
    public async Task A_number_in_the_text_that_nobody_computed_fails_the_run()
    {
        var notebook = Notebook("prose", ("md", "text", "The answer is 12.5."), ("code", "one", "12.5"));
        var (code, output, _) = await Course("run", notebook, "--out", Out);
        Assert.Equal(1, code);
        Assert.Contains("12.5", output);
        Assert.Contains("no claim", output);
    }

    [Fact]
    public async Task Check_finds_what_is_planted_and_writes_nothing()
    {
        var notebook = Notebook("planted", ("md", "text", "[dead](nowhere.md), [no anchor](#missing), $\\bogus$"), ("md", "raw", "Its end is missing: $$x + y."), ("code", "one", "1"));
        File.WriteAllText(notebook, File.ReadAllText(notebook).Replace("\"execution_count\": null", "\"execution_count\": 3", StringComparison.Ordinal));
        var before = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        var (code, output, _) = await Course("check", notebook);
        Assert.Equal(1, code);
        Assert.Contains("execution count", output);

        await Course("clean", notebook);
        (code, output, _) = await Course("check", notebook);
        Assert.Equal(1, code);
        Assert.Contains("nowhere.md", output);
        Assert.Contains("#missing", output);
        Assert.Contains("\\bogus", output);
        Assert.Contains("cell raw: a formula would be shown as text", output);
        Assert.Equal(before, Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Clean_leaves_every_file_alone_when_one_is_damaged()
    {
        var good = Notebook("good", ("code", "one", "1"));
        File.AppendAllText(good, "\n\n");
        var bad = Path.Combine(_folder, "bad.ipynb");
        File.WriteAllText(bad, "{");
        var before = File.ReadAllText(good);
        var (code, _, error) = await Course("clean", good, bad);
        Assert.Equal(1, code);
        Assert.Contains("bad.ipynb", error);
        Assert.Equal(before, File.ReadAllText(good));
    }

    private string Out => Path.Combine(_folder, "out");

    private string Notebook(string name, params (string Kind, string Id, string Source)[] cells) => TestNotebook.Write(_folder, name, cells);

    private static Task<(int Code, string Output, string Error)> Course(params string[] arguments) => CourseProcess.RunAsync(arguments);
}
