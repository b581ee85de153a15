using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary><see cref="Notebook"/> to JSON, texts split into lines as nbformat does.</summary>
internal static class NotebookWriter
{
    public static JsonObject ToNode(Notebook notebook)
    {
        var ids = new HashSet<string>();
        foreach (var (number, cell) in notebook.Cells.Index())
        {
            if (!CellId.IsValid(cell.Id))
                throw new NotebookFormatException($"cell {number + 1} (id \"{cell.Id}\"): the id is invalid; expected {CellId.Rule}.");
            if (!ids.Add(cell.Id))
                throw new NotebookFormatException($"cell {number + 1} (id \"{cell.Id}\"): another cell has the same id.");
        }
        return new JsonObject
        {
            ["cells"] = new JsonArray([.. notebook.Cells.Select(ToNode)]),
            ["metadata"] = notebook.Metadata.DeepClone(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
    }

    private static JsonObject ToNode(Cell cell)
    {
        var node = new JsonObject { ["id"] = cell.Id, ["metadata"] = cell.Metadata.DeepClone(), ["source"] = Lines(cell.Source) };
        node["cell_type"] = cell switch { CodeCell => "code", MarkdownCell => "markdown", _ => "raw" };
        if (cell is CodeCell code)
        {
            node["execution_count"] = code.ExecutionCount;
            node["outputs"] = new JsonArray([.. code.Outputs.Select(ToNode)]);
        }
        return node;
    }

    private static JsonObject ToNode(CellOutput output) => output switch
    {
        StreamOutput stream => new() { ["output_type"] = "stream", ["name"] = stream.Name, ["text"] = Lines(stream.Text) },
        DisplayOutput display => Shown("display_data", display.Data, display.Metadata),
        ResultOutput result => Shown("execute_result", result.Data, result.Metadata, n => n["execution_count"] = result.ExecutionCount),
        ErrorOutput error => new()
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(l => JsonValue.Create(l))]),
        },
        _ => throw new ArgumentException($"Unknown kind of output: {output.GetType().Name}.", nameof(output)),
    };

    private static JsonObject Shown(string type, MimeBundle bundle, JsonObject metadata, Action<JsonObject>? more = null)
    {
        var data = new JsonObject();
        foreach (var (mimeType, content) in bundle.Entries)
            data[mimeType] = MimeBundle.IsJson(mimeType) ? content.DeepClone() : Lines(content.GetValue<string>());
        var node = new JsonObject { ["output_type"] = type, ["data"] = data, ["metadata"] = metadata.DeepClone() };
        more?.Invoke(node);
        return node;
    }

    private static JsonArray Lines(string text) => new([.. PythonText.Lines(text).Select(l => JsonValue.Create(l))]);
}
