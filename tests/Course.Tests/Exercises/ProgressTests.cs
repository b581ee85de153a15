using Course.Tests.Cli;
using Regularization.Course;

namespace CourseTests.Exercises;

/// <summary>What was solved is remembered: across restarts, processes and damaged files.</summary>
public sealed class ProgressTests : IDisposable
{
    private static readonly string Library = Path.Combine(AppContext.BaseDirectory, "Regularization.Course.dll");

    private readonly string _folder = Directory.CreateTempSubdirectory("progress-").FullName;

    private string File => Path.Combine(_folder, ProgressFile.Name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_notebook_records_its_answers_and_the_next_one_knows_them()
    {
        await Run("first", "L2Decay.Guess.Try(\"\")", "L1Geometry.SoftThreshold.Try((v, t) => v)", "L2Decay.Guess.Try(\"zzz\")");
        Assert.Equal(
            """{"version": 1,"exercises": {"l1.soft-threshold": {"passed": false,"attempts": 1},"l2.guess": {"passed": false,"attempts": 1}}}""",
            string.Concat(System.IO.File.ReadAllLines(File).Select(line => line.TrimStart())));

        await Run("second", "L1Geometry.SoftThreshold.Try((v, t) => Math.Sign(v) * Math.Max(0, Math.Abs(v) - t))");
        // What was solved stays solved, also when a wrong answer is tried later.
        var output = await Run("third", "L1Geometry.SoftThreshold.Try((v, t) => 0)", "Progress.Show()");
        Assert.Equal(new ExerciseRecord(true, 2), new ProgressFile(File).Read()["l1.soft-threshold"]);
        Assert.Contains($"1 of {Syllabus.Exercises.Count()} exercises solved", output, StringComparison.Ordinal);
        Assert.Contains("tried, 1 answer so far", output, StringComparison.Ordinal);

        await Run("fourth", "Progress.Reset(\"l1.soft-threshold\")");
        Assert.Equal(["l2.guess"], new ProgressFile(File).Read().Keys);
        await Run("fifth", "Progress.Reset()");
        Assert.Empty(new ProgressFile(File).Read());
    }

    [Fact]
    public async Task Nothing_is_written_without_an_answer()
    {
        await Run("unsolved", "L2Decay.Guess.Try(\"\")", "Progress.Show()");
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Two_processes_lose_nothing_of_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var file = new ProgressFile(File);
            for (var i = 0; i < 25; i++)
                file.Change(all => all.SetItem("x", all.GetValueOrDefault("x", new(false, 0)).After(false)));
        }, TestContext.Current.CancellationToken)));
        Assert.Equal(100, new ProgressFile(File).Read()["x"].Attempts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"version\": 2, \"exercises\": {}}")]
    [InlineData("{\"version\": 1}")]
    [InlineData("{\"version\": 1, \"exercises\": {\"a\": {\"passed\": 3, \"attempts\": 1}}}")]
    [InlineData("{\"version\": 1, \"exercises\": {\"a\": {\"passed\": true}}}")]
    public void A_damaged_file_is_named_and_stays_as_it_is(string content)
    {
        System.IO.File.WriteAllText(File, content);
        var file = new ProgressFile(File);
        Assert.Contains($"{file.Path} is not a progress file", Assert.Throws<ProgressException>(() => file.Read()).Message, StringComparison.Ordinal);
        Assert.Throws<ProgressException>(() => file.Change(all => all.Clear().Add("x", new(true, 1))));
        Assert.Equal(content, System.IO.File.ReadAllText(File));
        Assert.Contains("is not a progress file", ProgressReport.Of(file).ToString(), StringComparison.Ordinal);
        Assert.Contains("⚠", ProgressReport.Of(file).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_recorded_gets_its_verdict_all_the_same()
    {
        System.IO.File.WriteAllText(File, "not json");
        var output = await Run("damaged", "L2Decay.Guess.Try(\"zzz\")", "Progress.Show()");
        Assert.Contains("verdict-wrong", output, StringComparison.Ordinal);
        Assert.Contains("is not a progress file", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_has_a_mark_for_every_exercise()
    {
        new ProgressFile(File).Change(all => all.SetItem("l1.soft-threshold", new(true, 3)).SetItem("gone.since", new(true, 1)));
        var report = ProgressReport.Of(new(File));
        Assert.Equal((1, Syllabus.Exercises.Count()), (report.Solved, report.Count));
        Assert.Equal(report.Count, report.ToString().Split('\n')[1..^1].Sum(line => line.Count(c => c is '●' or '○')));
        Assert.Contains("solved with answer 3", report.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_exercises_are_named() =>
        Assert.Contains("exercise is 'nope'; expected one of", Assert.Throws<ArgumentException>(() => Progress.Reset(new(File), "nope")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_command_shows_and_names_what_it_does_not_know()
    {
        var (code, output, _) = await CourseProcess.RunAsync("progress");
        Assert.Equal(0, code);
        Assert.Contains($"of {Syllabus.Exercises.Count()} exercises solved", output, StringComparison.Ordinal);
        var (wrong, _, error) = await CourseProcess.RunAsync("progress", "reset", "nope");
        Assert.Equal(2, wrong);
        Assert.Contains("'nope' is no exercise; expected one of", error, StringComparison.Ordinal);
    }

    private async Task<string> Run(string name, params string[] cells)
    {
        var notebook = TestNotebook.Write(_folder, name,
        [
            ("code", "start", $"#r \"{Library}\"\nusing Regularization.Course;\nLesson.Start(\"l2-decay\");"),
            .. cells.Select((code, i) => ("code", $"c{i}", code)),
        ]);
        var (exit, output, error) = await CourseProcess.RunAsync("run", notebook, "--out", Path.Combine(_folder, "out"));
        Assert.True(exit == 0, output + error);
        return System.IO.File.ReadAllText(Path.Combine(_folder, "out", name + ".html"));
    }
}
