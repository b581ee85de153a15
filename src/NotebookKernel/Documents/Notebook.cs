using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>A Jupyter notebook (nbformat 4.5): its cells in order and its metadata.</summary>
/// <remarks>Immutable: executing a notebook gives a new one. Source: the nbformat 4.5 schema, jupyter/nbformat.</remarks>
/// <param name="Cells">The cells, top to bottom.</param>
/// <param name="Metadata">The notebook's metadata, as in the file.</param>
public sealed record Notebook(ImmutableArray<Cell> Cells, JsonObject Metadata);

/// <summary>One cell of a notebook.</summary>
/// <param name="Id">The stable id: 1 to 64 of the characters a–z, A–Z, 0–9, - and _, unique in its notebook.</param>
/// <param name="Source">The text, with <c>\n</c> line ends.</param>
/// <param name="Metadata">The cell's metadata, as in the file.</param>
public abstract record Cell(string Id, string Source, JsonObject Metadata);

/// <summary>A cell of Markdown, with formulas between dollar signs.</summary>
public sealed record MarkdownCell(string Id, string Source, JsonObject Metadata) : Cell(Id, Source, Metadata);

/// <summary>A cell that is neither code nor Markdown, passed through as it is.</summary>
public sealed record RawCell(string Id, string Source, JsonObject Metadata) : Cell(Id, Source, Metadata);

/// <summary>A cell of C# with what it put out.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Source">The code.</param>
/// <param name="Metadata">The cell's metadata.</param>
/// <param name="ExecutionCount">The number in the brackets, <see langword="null"/> when it was not executed.</param>
/// <param name="Outputs">What the execution put out, in order.</param>
public sealed record CodeCell(string Id, string Source, JsonObject Metadata, int? ExecutionCount, ImmutableArray<CellOutput> Outputs)
    : Cell(Id, Source, Metadata);
