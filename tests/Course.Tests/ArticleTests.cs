using System.Text.RegularExpressions;
using CourseCli;
using NotebookKernel;

namespace Course.Tests;

/// <summary><c>docs/article.md</c> says of every sentence of the article where it is dealt with: the lessons and cells must exist.</summary>
public sealed partial class ArticleTests
{
    private static readonly string Root = CourseFolder.Find().Root;
    private static readonly string Document = File.ReadAllText(Path.Combine(Root, "docs", "article.md"));

    [Fact]
    public void Every_cell_that_is_named_exists()
    {
        var named = Reference().Matches(Document).Select(m => (File: m.Groups[1].Value, Cell: m.Groups[2].Value)).ToList();
        Assert.True(named.Count > 50, $"only {named.Count} cells are named");
        var cells = named.Select(n => n.File).Distinct().ToDictionary(f => f, f => NotebookFile.Read(Path.Combine(Root, "notebooks", f)).Cells.Select(c => c.Id).ToHashSet());
        Assert.All(named, n => Assert.Contains(n.Cell, cells[n.File]));
    }

    [Fact]
    public void Every_row_says_where()
    {
        var rows = Document.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| the article", StringComparison.Ordinal) && !l.StartsWith("| figure", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count >= 40);
        Assert.All(rows, r => Assert.Matches(Reference(), r));
    }

    [Fact]
    public void Every_lesson_is_needed() =>
        Assert.All(Regularization.Course.Syllabus.Lessons.Where(l => l.Slug != "your-own-data"), l => Assert.Contains(l.File, Document, StringComparison.Ordinal));

    [GeneratedRegex(@"\]\(\.\./notebooks/([^)]+)\) `([a-z0-9-]+)`")]
    private static partial Regex Reference();
}
