using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>The content of an <c>execute_request</c>; what is missing has the protocol's default.</summary>
/// <param name="Code">The code.</param>
/// <param name="Silent">Put nothing out and count nothing.</param>
/// <param name="StoreHistory">Count it and remember it.</param>
/// <param name="UserExpressions">Expressions to evaluate afterwards, by name.</param>
/// <param name="AllowStdin">Whether the learner can be asked.</param>
/// <param name="StopOnError">Whether cells that wait are dropped when this one fails.</param>
internal sealed record ExecuteRequest(
    string Code, bool Silent, bool StoreHistory, IReadOnlyList<(string Name, string Code)> UserExpressions, bool AllowStdin, bool StopOnError)
{
    public static ExecuteRequest Of(JupyterMessage message)
    {
        var silent = message.Flag("silent", false);
        var expressions = message.Content["user_expressions"] is JsonObject named
            ? named.Select(e => (e.Key, e.Value is JsonValue value && value.TryGetValue<string>(out var code) ? code : "")).ToList()
            : [];
        return new(
            message.Text("code"), silent, !silent && message.Flag("store_history", true), expressions,
            message.Flag("allow_stdin", false), message.Flag("stop_on_error", true));
    }
}
