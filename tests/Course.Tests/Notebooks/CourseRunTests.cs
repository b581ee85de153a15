using System.Text.Json.Nodes;
using Course.Tests.Cli;
using CourseCli;
using NotebookKernel;
using Regularization.Course;

namespace Course.Tests.Notebooks;

/// <summary>The course of this clone, executed as the README says, once for all tests of this class.</summary>
public sealed class ExecutedCourse : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("executed-course-").FullName;

    public int ExitCode { get; private set; }

    public string Output { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var (code, output, error) = await CourseProcess.RunAsync("run", "--out", Folder);
        (ExitCode, Output) = (code, output + error);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public class CourseRunTests(ExecutedCourse course) : IClassFixture<ExecutedCourse>
{
    private static readonly CourseFolder Clone = CourseFolder.Find();

    [Fact]
    public void Every_notebook_runs_and_every_claim_holds()
    {
        Assert.True(course.ExitCode == 0, course.Output);
        var summaries = Summaries();
        Assert.Equal(Syllabus.Lessons.Select(lesson => lesson.File), summaries.Select(summary => (string)summary["file"]!));
        Assert.All(summaries, summary =>
        {
            Assert.True((bool)summary["ok"]!, (string?)summary["error"]);
            // The capstone's numbers are those of the learner's data: its text quotes none.
            Assert.True((int)summary["claims"]! > ((string)summary["file"]! == OwnData.Info.File ? 2 : 20));
            Assert.True((int)summary["exercises"]! >= 3);
            Assert.True((int)summary["figures"]! >= 3);
        });
    }

    [Fact]
    public void The_notebooks_of_the_clone_are_those_of_the_syllabus() =>
        Assert.Equal(Syllabus.Lessons.Select(lesson => lesson.File), Clone.Select([]).Select(path => Path.GetFileName(path)));

    [Fact]
    public void Every_figure_shows_in_three_ways()
    {
        var charts = Bundles().Where(bundle => bundle["application/vnd.plotly.v1+json"] is not null).ToList();
        Assert.True(charts.Count >= 9);
        Assert.All(charts, bundle =>
        {
            Assert.Contains("<script", bundle.Text("text/html"));
            Assert.DoesNotContain("https://cdn", bundle.Text("text/html"));
            var description = (string?)bundle["application/vnd.plotly.v1+json"]!["layout"]!["meta"]!["description"];
            Assert.Equal(description, bundle.Text("text/plain"));
            Assert.True(description!.Length > 40, description);
        });
    }

    [Fact]
    public async Task The_same_clone_gives_the_same_outputs()
    {
        var again = Directory.CreateTempSubdirectory("executed-again-").FullName;
        var lesson = Syllabus.Lessons[^1].File;
        await CourseProcess.RunAsync("run", lesson, "--out", again);
        Assert.Equal(
            File.ReadAllText(Path.Combine(course.Folder, "notebooks", lesson)),
            File.ReadAllText(Path.Combine(again, "notebooks", lesson)));
        Directory.Delete(again, recursive: true);
    }

    private List<JsonNode> Summaries() =>
        [.. ((JsonArray)JsonNode.Parse(File.ReadAllText(Path.Combine(course.Folder, "course.json")))!).Select(node => node!)];

    private IEnumerable<MimeBundle> Bundles() =>
        Directory.GetFiles(Path.Combine(course.Folder, "notebooks")).SelectMany(path => NotebookFile.Read(path).Cells.OfType<CodeCell>())
            .SelectMany(cell => cell.Outputs).Select(output => output switch
            {
                DisplayOutput display => display.Data,
                ResultOutput result => result.Data,
                _ => null,
            }).OfType<MimeBundle>();
}
