using NotebookKernel;

namespace CourseCli;

/// <summary>The file itself: a valid notebook (its ids present, well formed and unique), without outputs, in canonical form.</summary>
internal static class FormCheck
{
    public static IEnumerable<string> Findings(CourseFolder course, string path)
    {
        Notebook notebook;
        var text = File.ReadAllText(path);
        try
        {
            notebook = NotebookFile.Parse(text, Path.GetFileName(path));
        }
        catch (NotebookFormatException error)
        {
            return [error.Message];
        }
        return OutputsIn(notebook).Concat(course.IsLesson(path) ? LessonMetadata.Findings(notebook) : []).Concat(NotebookFile.IsCanonical(text) ? [] : ["not in canonical form: `course clean` puts it there"]);
    }

    private static IEnumerable<string> OutputsIn(Notebook notebook) =>
        notebook.Cells.OfType<CodeCell>()
            .Where(cell => cell.Outputs.Length > 0 || cell.ExecutionCount is not null)
            .Select(cell => $"cell {cell.Id}: committed with outputs or an execution count");
}
