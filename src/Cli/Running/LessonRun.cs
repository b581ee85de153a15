using System.Text.Json.Nodes;
using NotebookKernel;

namespace CourseCli;

/// <summary>How one notebook's execution went.</summary>
/// <param name="File">The notebook's file name.</param>
/// <param name="Executed">The notebook with its outputs.</param>
/// <param name="Seconds">Wall-clock seconds.</param>
/// <param name="Error">What is wrong, the first thing only; <see langword="null"/> when nothing is.</param>
internal sealed record LessonRun(string File, Notebook Executed, double Seconds, string? Error)
{
    public const string ClaimType = "application/vnd.course.claim+json";
    public const string VerdictType = "application/vnd.course.verdict+json";
    public const string ChartType = "application/vnd.plotly.v1+json";

    /// <summary>The title in the metadata, else the first heading, else the file's name.</summary>
    public string Title => (string?)Executed.Metadata["title"] ?? FirstHeading() ?? Path.GetFileNameWithoutExtension(File);

    public int Cells => Executed.Cells.OfType<CodeCell>().Count();

    /// <summary>The claims the run has checked, in order.</summary>
    public IReadOnlyList<JsonNode> Claims => [.. Shown(ClaimType).SelectMany(Items)];

    /// <summary>The verdicts on the exercises, in order.</summary>
    public IReadOnlyList<JsonNode> Verdicts => [.. Shown(VerdictType).SelectMany(Items)];

    public int Figures => Shown(ChartType).Count();

    public JsonObject ToJson() => new()
    {
        ["file"] = File,
        ["title"] = Title,
        ["cells"] = Cells,
        ["claims"] = Claims.Count,
        ["exercises"] = Verdicts.Select(verdict => (string?)verdict["exercise"]).Distinct().Count(),
        ["figures"] = Figures,
        ["seconds"] = Math.Round(Seconds, 3),
        ["ok"] = Error is null,
        ["error"] = Error,
    };

    private string? FirstHeading()
    {
        var headings = new PageHeadings();
        foreach (var cell in Executed.Cells.OfType<MarkdownCell>())
            MarkdownRenderer.CollectHeadings(cell.Source, headings);
        return headings.All.FirstOrDefault()?.Text;
    }

    private IEnumerable<JsonNode> Shown(string mimeType) =>
        Executed.Cells.OfType<CodeCell>().SelectMany(cell => cell.Outputs).Select(Bundle).Select(bundle => bundle?[mimeType]).OfType<JsonNode>();

    private static MimeBundle? Bundle(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };

    private static IEnumerable<JsonNode> Items(JsonNode node) => node is JsonArray array ? array.OfType<JsonNode>() : [node];
}
