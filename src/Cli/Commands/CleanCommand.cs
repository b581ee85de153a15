using System.CommandLine;
using NotebookKernel;

namespace CourseCli;

/// <summary><c>course clean</c>: puts notebooks into the one canonical form, without outputs.</summary>
internal static class CleanCommand
{
    public static Command Create()
    {
        var notebooks = CommandParts.Notebooks();
        var command = new Command("clean", "Puts notebooks into canonical form: no outputs, sorted keys, stable ids.") { notebooks };
        command.SetAction(call => Run(CourseFolder.Find().Select(call.GetValue(notebooks)!)));
        return command;
    }

    private static int Run(IReadOnlyList<string> paths)
    {
        // All are read before any is written: one that cannot be read leaves every file as it is.
        var cleaned = paths.Select(path => (Path: path, Clean: NotebookFile.Read(path).WithoutOutputs())).ToList();
        foreach (var (path, clean) in cleaned)
        {
            var changes = File.ReadAllText(path) != NotebookFile.ToJson(clean);
            if (changes)
                NotebookFile.Write(clean, path);
            Console.WriteLine($"{Path.GetFileName(path)}: {(changes ? "cleaned" : "was clean")}");
        }
        return ExitCode.Ok;
    }
}
