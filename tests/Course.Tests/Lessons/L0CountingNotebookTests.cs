using NotebookKernel;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>What the notebook on counting asks is what its exercises judge.</summary>
public class L0CountingNotebookTests
{
    private static readonly Notebook Lesson = NotebookFile.Read(Path.Combine(Root(), "notebooks", L0Counting.Info.File));

    [Fact]
    public void Every_exercise_has_its_cell_in_order()
    {
        var tries = Lesson.CodeCells.Select(cell => cell.Source.Split('\n')[^1]).Where(line => line.Contains(".Try(", StringComparison.Ordinal)).ToArray();
        Assert.Equal(L0Counting.Exercises.Count, tries.Length);
    }

    [Fact]
    public void Options_read_as_in_the_exercise()
    {
        var text = string.Join("\n", Lesson.Cells.OfType<MarkdownCell>().Select(cell => cell.Source)).Replace("$\\lambda$", "λ", StringComparison.Ordinal);
        foreach (var option in L0Counting.WhyNotFour.Options.Concat(L0Counting.ReadingFive.Options))
            Assert.Contains($"* **{option.Letter}** {option.Text}\n", text + "\n");
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Course.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("There is no Course.sln above the tests.");
    }
}
