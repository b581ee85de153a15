using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>What was executed since the kernel started; it does not outlive the kernel.</summary>
internal sealed class History
{
    private const int Session = 1;
    private readonly Lock _gate = new();
    private readonly List<(int Line, string Code, string? Output)> _entries = [];

    public void Add(int line, string code, string? output)
    {
        lock (_gate)
            _entries.Add((line, code, output));
    }

    /// <summary>Answers a <c>history_request</c>: <c>range</c>, <c>tail</c> or <c>search</c>.</summary>
    public JsonObject Reply(JupyterMessage request)
    {
        var withOutput = request.Flag("output", false);
        lock (_gate)
        {
            var entries = request.Text("hist_access_type") switch
            {
                "range" => Range(request.Number("session") ?? 0, request.Number("start") ?? 0, request.Number("stop")),
                "search" => Last(Search(request.Text("pattern"), request.Flag("unique", false)), request.Number("n")),
                _ => Last(_entries, request.Number("n")),
            };
            return new()
            {
                ["status"] = "ok",
                ["history"] = new JsonArray([.. entries.Select(e => (JsonNode)new JsonArray(
                    Session, e.Line, withOutput ? new JsonArray(e.Code, e.Output) : (JsonNode)e.Code))]),
            };
        }
    }

    private static IEnumerable<T> Last<T>(IReadOnlyCollection<T> entries, int? n) => n is >= 0 and var wanted ? entries.TakeLast(wanted) : entries;

    // Session 0 is this one, and so is the only one that there is.
    private IEnumerable<(int Line, string Code, string? Output)> Range(int session, int start, int? stop) =>
        session is 0 or Session ? _entries.Where(e => e.Line >= start && (stop is null || e.Line < stop)) : [];

    private List<(int Line, string Code, string? Output)> Search(string pattern, bool unique)
    {
        var found = _entries.Where(e => FileSystemName.MatchesSimpleExpression(pattern.Length == 0 ? "*" : pattern, e.Code, ignoreCase: false));
        // Of several equal ones, the latest.
        return [.. unique ? found.Reverse().DistinctBy(e => e.Code).Reverse() : found];
    }
}
