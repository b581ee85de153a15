using System.Collections.Immutable;

namespace NotebookKernel;

/// <summary>An executed notebook that becomes a page.</summary>
/// <param name="FileName">The page's file name: <c>counting.html</c>.</param>
/// <param name="NotebookName">The notebook's file name, so that links between notebooks become links between pages.</param>
/// <param name="Title">The title.</param>
/// <param name="Notebook">The executed notebook.</param>
public sealed record CoursePage(string FileName, string NotebookName, string Title, Notebook Notebook)
{
    /// <summary>A sentence for the card on the first page.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What the reader will be able to do.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];

    /// <summary>Small facts for the card: minutes, prerequisites, what was checked.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];
}

/// <summary>What a course's pages have in common.</summary>
/// <param name="Title">The title of the course.</param>
/// <param name="Introduction">What the first page says, in Markdown.</param>
/// <param name="PlotlyScript">The file name and the code of plotly.js, stored once for all pages.</param>
public sealed record CourseSiteOptions(string Title, string Introduction, (string FileName, ReadOnlyMemory<byte> Code)? PlotlyScript)
{
    /// <summary>A line at the foot of every page.</summary>
    public string Footer { get; init; } = "";
}
