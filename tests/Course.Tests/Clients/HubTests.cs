using System.Diagnostics;
using CourseCli;

namespace Course.Tests.Clients;

/// <summary>Debian's JupyterHub with the course installed as on a hub.</summary>
public class HubTests(ClientKernel kernel) : IClassFixture<ClientKernel>
{
    private const int Learners = 3;
    private const int Seconds = 240;
    private static readonly CourseFolder Clone = CourseFolder.Find();

    [Fact]
    public async Task Several_learners_log_in_and_run_a_lesson_at_the_same_time()
    {
        // The hub's processes are started and ended by the script, which has less time than it gets here.
        var (code, output) = await ClientProcess.RunAsync(
            kernel, TimeSpan.FromSeconds(Seconds + 40), null,
            ClientProcess.Script("hub_learners.py"), HubCourse(), Path.Combine(kernel.Folder, "hub"), $"{Learners}", "03-l2-decay.ipynb", $"{Seconds}");
        Assert.True(code == 0 && output.Contains("all learners done", StringComparison.Ordinal), output);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
    }

    [Fact]
    public async Task A_learners_answers_survive_the_next_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a hub runs on Linux");
        var home = Directory.CreateDirectory(Path.Combine(kernel.Folder, "ada")).FullName;
        var answered = Path.Combine(home, "course", "notebooks", "03-l2-decay.ipynb");
        await StartAsync(home);
        File.WriteAllText(answered, "my answers");
        File.Delete(Path.Combine(home, "course", "notebooks", "01-l0-counting.ipynb"));
        await StartAsync(home);
        Assert.Equal("my answers", File.ReadAllText(answered));
        Assert.True(File.Exists(Path.Combine(home, "course", "notebooks", "01-l0-counting.ipynb")));
        Assert.True(File.Exists(Path.Combine(home, "course", "artifacts", "lib", "Regularization.Course.dll")));
    }

    /// <summary>The folder that hub/install.sh makes: in CI by that script, else the clone, which has the same things in the same places.</summary>
    private string HubCourse()
    {
        if (Environment.GetEnvironmentVariable("COURSE_HUB_COURSE") is { Length: > 0 } installed)
            return installed;
        var course = Directory.CreateDirectory(Path.Combine(kernel.Folder, "course")).FullName;
        if (!File.Exists(Path.Combine(course, "start.sh")))
        {
            File.Copy(Path.Combine(Clone.Root, "hub", "start.sh"), Path.Combine(course, "start.sh"));
            foreach (var shared in new[] { "notebooks", "data", "artifacts" })
                Directory.CreateSymbolicLink(Path.Combine(course, shared), Path.Combine(Clone.Root, shared));
            File.CreateSymbolicLink(Path.Combine(course, "Course.sln"), Path.Combine(Clone.Root, "Course.sln"));
        }
        return course;
    }

    private async Task StartAsync(string home)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(HubCourse(), "start.sh"), "true"]);
        start.Environment["HOME"] = home;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
