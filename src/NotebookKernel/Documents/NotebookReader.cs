using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Text to <see cref="Notebook"/>; every error names the notebook, the cell and what is wrong with it.</summary>
internal sealed class NotebookReader(string name)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 256 };

    public Notebook Read(string json)
    {
        try
        {
            var node = JsonNode.Parse(json, documentOptions: Strict);
            return Notebook(new JsonFields(node as JsonObject ?? throw new NotebookFormatException($"{name}: not a JSON object."), name));
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(string.Create(CultureInfo.InvariantCulture,
                $"{name}: not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {e.Message.Split(" LineNumber:")[0]}"), e);
        }
        catch (InvalidOperationException e) when (e.InnerException is not null || e.Message.Contains("UTF", StringComparison.Ordinal))
        {
            throw new NotebookFormatException($"{name}: half of a surrogate pair in a string.", e);
        }
    }

    private Notebook Notebook(JsonFields fields)
    {
        var (major, minor) = (fields.Integer("nbformat"), fields.Integer("nbformat_minor"));
        if (major != 4 || minor is < 0 or > 5)
            throw new NotebookFormatException($"{name}: nbformat is {major}.{minor}; expected 4.0 to 4.5.");
        fields.AllowOnly("nbformat", "nbformat_minor", "metadata", "cells");

        var nodes = fields.Array("cells");
        var ids = new Dictionary<string, int>();
        var cells = nodes.Select((node, i) => ReadCell(node, i + 1, minor >= 5, ids)).ToImmutableArray();
        return new Notebook(minor >= 5 ? cells : GiveIds(cells), fields.Object("metadata"));
    }

    private Cell ReadCell(JsonNode? node, int number, bool needsId, Dictionary<string, int> ids)
    {
        var where = $"{name}: cell {number}";
        var fields = new JsonFields(node as JsonObject ?? throw new NotebookFormatException($"{where}: not a JSON object."), where);
        var id = needsId ? fields.String("id") : fields.OptionalString("id") ?? "";
        fields = fields with { Where = id.Length > 0 ? $"{where} (id \"{id}\")" : where };

        if (needsId && !CellId.IsValid(id))
            throw fields.Wrong($"the id is invalid; expected {CellId.Rule}");
        if (needsId && !ids.TryAdd(id, number))
            throw fields.Wrong($"the id is already that of cell {ids[id]}");
        if (fields.Has("attachments"))
            throw fields.Wrong("attachments are not supported; put the picture into a file");

        var type = fields.String("cell_type");
        var (source, metadata) = (PythonText.WithLineFeeds(fields.Text("source")), fields.Object("metadata"));
        if (type == "code")
        {
            fields.AllowOnly("id", "cell_type", "metadata", "source", "execution_count", "outputs");
            var outputs = fields.Array("outputs").Select((o, i) => OutputReader.Read(o, $"{fields.Where}, output {i + 1}"));
            return new CodeCell(id, source, metadata, fields.OptionalInteger("execution_count"), [.. outputs]);
        }

        fields.AllowOnly("id", "cell_type", "metadata", "source");
        return type switch
        {
            "markdown" => new MarkdownCell(id, source, metadata),
            "raw" => new RawCell(id, source, metadata),
            _ => throw fields.Wrong($"the cell type is \"{type}\"; expected code, markdown or raw"),
        };
    }

    // Before 4.5 ids did not exist: the same file gets the same ids, however often it is read.
    private static ImmutableArray<Cell> GiveIds(ImmutableArray<Cell> cells)
    {
        var taken = new HashSet<string>(cells.Where(c => CellId.IsValid(c.Id)).Select(c => c.Id));
        var used = new HashSet<string>();
        return [.. cells.Select((cell, i) =>
        {
            var id = CellId.IsValid(cell.Id) ? cell.Id : "";
            for (var suffix = ""; id.Length == 0 || !used.Add(id); suffix += "-")
            {
                var given = string.Create(CultureInfo.InvariantCulture, $"cell-{i + 1}{suffix}");
                id = taken.Contains(given) ? "" : given;
            }
            return cell with { Id = id };
        })];
    }
}
