namespace NotebookKernel.Tests;

/// <summary>They run while no other test does, because a runner makes the notebook's folder the working directory of the process.</summary>
[CollectionDefinition(nameof(RunnerTests), DisableParallelization = true)]
[Collection(nameof(RunnerTests))]
public sealed class RunnerTests : IDisposable
{
    private readonly TestLibrary _library = new();

    public void Dispose()
    {
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        _library.Dispose();
    }

    [Fact]
    public async Task Code_cells_run_in_order_and_give_the_executed_notebook()
    {
        var notebook = Book("var x = 2;", "# text", "x + 1");
        List<string> progress = [];
        var run = await Run(notebook, new() { Progress = p => progress.Add($"{p.Done}/{p.Total} {p.Next?.Id}") });
        Assert.True(run.Ok);
        Assert.Equal(["0/2 c0", "1/2 c2", "2/2 "], progress);
        Assert.Equal([1, 2], run.Executed.CodeCells.Select(c => c.ExecutionCount));
        Assert.Equal("3", Assert.IsType<ResultOutput>(run.Executed.CodeCells.Last().Outputs.Single()).Data.Text("text/plain"));
        Assert.Equal(notebook.Cells.Select(c => c.Source), run.Executed.Cells.Select(c => c.Source));
        Assert.All(notebook.CodeCells, c => Assert.Empty(c.Outputs));
    }

    [Fact]
    public async Task A_dib_file_runs()
    {
        var path = Path.Combine(_library.Folder, "a.dib");
        await File.WriteAllTextAsync(path, "#!csharp\nvar x = 20;\n#!markdown\ntext\n#!csharp\nx + 1", TestContext.Current.CancellationToken);
        var run = await NotebookRunner.RunAsync(NotebookFile.Read(path), _library.Folder, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(run.Ok);
        Assert.Equal("21", Assert.IsType<ResultOutput>(Assert.Single(run.Executed.CodeCells.Last().Outputs)).Data.Text("text/plain"));
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        var notebook = Book("Console.WriteLine(1.5); display(new { A = 1 });", "record P(int X);\nnew[] { new P(1) }", "new Random(1).NextDouble()");
        Assert.Equal(NotebookFile.ToJson((await Run(notebook)).Executed), NotebookFile.ToJson((await Run(notebook)).Executed));
    }

    [Fact]
    public async Task The_first_error_ends_the_run()
    {
        var run = await Run(Book("1", "throw new Exception(\"no\");", "3"));
        Assert.False(run.Ok);
        Assert.Equal(("c1", "cell 2", 1), (run.FirstFailure!.Cell.Id, run.FirstFailure.Result.Error!.Cell, run.FirstFailure.Result.Error.Line));
        Assert.Equal([1, 2, null], run.Executed.CodeCells.Select(c => c.ExecutionCount));
        Assert.IsType<ErrorOutput>(run.Executed.CodeCells.ElementAt(1).Outputs.Single());
    }

    [Fact]
    public async Task A_run_may_go_on_after_errors()
    {
        var run = await Run(Book("1", "throw new Exception(\"no\");", "3"), new() { ContinueOnError = true });
        Assert.Equal([true, false, true], run.Cells.Select(c => c.Result.Ok));
        Assert.False(run.Ok);
    }

    [Fact]
    public async Task Another_source_is_executed_and_the_document_keeps_its_own()
    {
        var run = await Run(Book("1"), new() { Source = cell => cell.Source + " + 1" });
        Assert.Equal("2", ((ResultOutput)run.Executed.CodeCells.Single().Outputs.Single()).Data.Text("text/plain"));
        Assert.Equal("1", run.Executed.Cells[0].Source);
    }

    [Fact]
    public async Task A_cell_that_takes_too_long_fails_the_run()
    {
        var run = await Run(Book("while (true) { }"), new() { CellTimeout = TimeSpan.FromSeconds(0.2) });
        Assert.Equal(CellErrorKind.TimedOut, run.FirstFailure!.Result.Error!.Kind);
    }

    [Fact]
    public async Task Cancelling_stops_the_cell_and_the_run()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var options = new RunOptions { ContinueOnError = true, Progress = p => { if (p.Next?.Id == "c1") cancel.Cancel(); } };
        var run = await NotebookRunner.RunAsync(Book("1", "while (true) { }", "3"), _library.Folder, options, cancel.Token);
        Assert.Equal(2, run.Cells.Count);
        Assert.Equal(CellErrorKind.Interrupted, run.FirstFailure!.Result.Error!.Kind);
        Assert.False(run.Ok);
    }

    [Fact]
    public async Task Files_are_found_from_the_notebooks_folder()
    {
        File.WriteAllText(Path.Combine(_library.Folder, "data.txt"), "here");
        var run = await Run(Book("System.IO.File.ReadAllText(\"data.txt\")"));
        Assert.Equal("here", ((ResultOutput)run.Executed.CodeCells.Single().Outputs.Single()).Data.Text("text/plain"));
    }

    private Task<NotebookRun> Run(Notebook notebook, RunOptions? options = null) =>
        NotebookRunner.RunAsync(notebook, _library.Folder, options, TestContext.Current.CancellationToken);

    private static Notebook Book(params string[] sources) =>
        new([.. sources.Select((s, i) => s.StartsWith('#') ? (Cell)new MarkdownCell($"c{i}", s, []) : new CodeCell($"c{i}", s, [], null, []))], []);
}
