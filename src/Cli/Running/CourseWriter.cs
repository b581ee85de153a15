using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKernel;
using Regularization.Course;

namespace CourseCli;

/// <summary>Writes what a run leaves: the executed notebooks, the pages, and <c>course.json</c>.</summary>
internal static class CourseWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<LessonRun> runs, string folder)
    {
        var notebooks = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        foreach (var run in runs)
            NotebookFile.Write(run.Executed, Path.Combine(notebooks, Path.ChangeExtension(run.File, ".ipynb")));
        CourseSite.Write([.. runs.Select(Page)], CourseText.Site, folder);
        Replace(Path.Combine(folder, "course.json"), new JsonArray([.. runs.Select(run => (JsonNode)run.ToJson())]).ToJsonString(Readable) + "\n");
    }

    private static CoursePage Page(LessonRun run)
    {
        var page = new CoursePage(PageName(run.File), run.File, run.Title, run.Executed);
        return Syllabus.Lessons.FirstOrDefault(lesson => lesson.File == run.File) is { } lesson
            ? page with
            {
                Summary = lesson.Summary,
                Outcomes = lesson.Outcomes,
                Facts = [$"{lesson.Minutes} minutes", $"{lesson.Exercises.Count} exercises", $"{run.Claims.Count} claims checked", $"needs {string.Join(", ", lesson.Prerequisites)}"],
            }
            : page;
    }

    private static string PageName(string file) => Path.GetFileNameWithoutExtension(file) is var name && name != "index" ? name + ".html" : "index-lesson.html";

    /// <summary>All of the text or, if anything goes wrong, the file as it was.</summary>
    private static void Replace(string path, string text)
    {
        var beside = path + ".new";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }
}
