using System.CommandLine;
using NotebookKernel;

namespace CourseCli;

/// <summary><c>course clean</c>: puts notebooks into the one canonical form, without outputs.</summary>
internal static class CleanCommand
{
    public static Command Create()
    {
        var notebooks = CommandParts.Notebooks();
        var command = new Command("clean", "Puts notebooks into canonical form: no outputs, sorted keys, stable ids, the course's kernel.") { notebooks };
        command.SetAction(call =>
        {
            var course = CourseFolder.Find();
            return Run(course, course.Select(call.GetValue(notebooks)!));
        });
        return command;
    }

    private static int Run(CourseFolder course, IReadOnlyList<string> paths)
    {
        // All are read before any is written: one that cannot be read leaves every file as it is.
        var cleaned = paths.Select(path => (Path: path, Clean: Cleaned(course, path))).ToList();
        foreach (var (path, clean) in cleaned)
        {
            var changes = File.ReadAllText(path) != NotebookFile.ToJson(clean);
            if (changes)
                NotebookFile.Write(clean, path);
            Console.WriteLine($"{Path.GetFileName(path)}: {(changes ? "cleaned" : "was clean")}");
        }
        return ExitCode.Ok;
    }

    private static Notebook Cleaned(CourseFolder course, string path)
    {
        var notebook = NotebookFile.Read(path).WithoutOutputs();
        return course.IsLesson(path) ? notebook.WithLessonMetadata() : notebook;
    }
}
