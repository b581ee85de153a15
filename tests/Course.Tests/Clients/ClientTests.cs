using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseCli;
using NotebookKernel;

namespace Course.Tests.Clients;

/// <summary>The kernel in the programs of Jupyter.</summary>
public partial class ClientTests(ClientKernel kernel) : IClassFixture<ClientKernel>
{
    private static readonly CourseFolder Clone = CourseFolder.Find();

    [Fact]
    public async Task Jupyters_own_test_of_kernels_passes()
    {
        var (code, output) = await ClientProcess.RunAsync(kernel, TimeSpan.FromMinutes(2), null, ClientProcess.Script("conformance.py"));
        Assert.True(code == 0, output);
        // The pager is the one sample that a kernel without pages cannot have.
        Assert.Contains("OK (skipped=1)", output);
    }

    [Fact]
    public async Task Interrupts_work_again_and_again_and_it_restarts_and_ends()
    {
        var (code, output) = await ClientProcess.RunAsync(kernel, TimeSpan.FromMinutes(3), null, ClientProcess.Script("interrupts.py"));
        Assert.True(code == 0 && output.Contains("survived", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task Jupyter_console_runs_cells()
    {
        var (code, output) = await ClientProcess.RunAsync(
            kernel, TimeSpan.FromMinutes(1), "var x = 40;\nx + 2\n", "-m", "jupyter_console", "--kernel", KernelSpec.Name, "--simple-prompt", "--ZMQTerminalInteractiveShell.kernel_timeout=40");
        Assert.True(code == 0, output);
        Assert.Contains("Out[2]: 42", output);
    }

    [Fact]
    public async Task Nbconvert_gives_the_outputs_of_course_run()
    {
        var ours = Path.Combine(kernel.Folder, "run");
        var (ran, said, _) = await Cli.CourseProcess.RunAsync("run", "--out", ours);
        Assert.True(ran == 0, said);
        var theirs = Path.Combine(kernel.Folder, "nbconvert");
        var (code, output) = await ClientProcess.RunAsync(
            kernel, TimeSpan.FromMinutes(5), null,
            ["-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=120", "--ExecutePreprocessor.record_timing=False", "--output-dir", theirs, .. Clone.Select([])]);
        Assert.True(code == 0, output);
        foreach (var lesson in Clone.Select([]).Select(path => Path.GetFileName(path)))
            Assert.Equal(Outputs(Path.Combine(ours, "notebooks", lesson)), Outputs(Path.Combine(theirs, lesson)));
    }

    /// <summary>Cell ids with what they put out, as text: a difference shows where it is.</summary>
    private static IEnumerable<string> Outputs(string path) =>
        from cell in JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray()
        where (string?)cell!["cell_type"] == "code"
        select $"{cell["id"]}: {Measured().Replace(CanonicalJson.Write(cell["outputs"]), "about 10^? s")}";

    // The magnitude of a time that a lesson measures differs between two runs; nothing else may.
    [GeneratedRegex(@"about 10\^-?\d+ s")]
    private static partial Regex Measured();
}
