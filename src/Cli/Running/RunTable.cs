using System.Globalization;
using Spectre.Console;

namespace CourseCli;

/// <summary>The table at the end of a run: lesson, cells, claims checked, seconds.</summary>
internal static class RunTable
{
    public static void Print(IAnsiConsole console, IReadOnlyList<LessonRun> runs)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "Lesson")
            .AddColumn(new TableColumn("Cells").RightAligned()).AddColumn(new TableColumn("Claims checked").RightAligned())
            .AddColumn(new TableColumn("Exercises").RightAligned()).AddColumn(new TableColumn("Figures").RightAligned())
            .AddColumn(new TableColumn("Seconds").RightAligned());
        foreach (var run in runs)
        {
            var row = run.ToJson();
            table.AddRow(
                run.Error is null ? "[green]✓[/]" : "[red]✗[/]", Markup.Escape(run.Title), Text(run.Cells), Text(run.Claims.Count),
                Text((int)row["exercises"]!), Text(run.Figures), run.Seconds.ToString("0.0", CultureInfo.InvariantCulture));
        }
        console.Write(table);
        foreach (var run in runs.Where(run => run.Error is not null))
            console.MarkupLineInterpolated($"[red]✗ {run.File}: {run.Error}[/]");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
