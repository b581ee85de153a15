using System.CommandLine;
using Spectre.Console;

namespace CourseCli;

/// <summary><c>course doctor</c>: what is missing on this machine and how to get it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Says what is missing on this machine and how to get it.");
        command.SetAction(_ => Run(AnsiConsole.Console));
        return command;
    }

    private static int Run(IAnsiConsole console)
    {
        var findings = MachineCheck.All(CourseFolder.Find()).ToList();
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "What", "Found", "How to get it");
        foreach (var finding in findings)
        {
            var sign = finding.Present ? "[green]✓[/]" : finding.Required ? "[red]✗[/]" : "[yellow]–[/]";
            table.AddRow(sign, Markup.Escape(finding.What), Markup.Escape(finding.Found), finding.Present ? "" : Markup.Escape(finding.Remedy));
        }
        console.Write(table);

        var missing = findings.Count(finding => finding is { Required: true, Present: false });
        console.WriteLine(missing == 0 ? "Everything the course needs is here." : $"{missing} of the things the course needs are missing.");
        return missing == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
