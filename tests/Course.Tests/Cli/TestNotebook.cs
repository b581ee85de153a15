using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NotebookKernel;

namespace Course.Tests.Cli;

/// <summary>Writes small notebooks for the command to work on.</summary>
internal static class TestNotebook
{
    public static string Write(string folder, string name, params (string Kind, string Id, string Source)[] cells)
    {
        var path = Path.Combine(folder, name + ".ipynb");
        var notebook = new Notebook(
            [.. cells.Select(cell => (Cell)(cell.Kind == "md"
                ? new MarkdownCell(cell.Id, cell.Source, new JsonObject())
                : new CodeCell(cell.Id, cell.Source, new JsonObject(), null, ImmutableArray<CellOutput>.Empty)))],
            new JsonObject());
        NotebookFile.Write(notebook, path);
        return path;
    }
}
