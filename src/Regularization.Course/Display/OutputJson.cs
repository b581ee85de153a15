using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Regularization.Course;

/// <summary>Verdicts and claims as the JSON that tools read from a notebook's outputs.</summary>
internal static class OutputJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(Verdict verdict) =>
        new JsonObject { ["exercise"] = verdict.Exercise.Id, ["status"] = verdict.StatusWord, ["message"] = verdict.Message }.ToJsonString(Options);

    public static string Of(Claim claim) => Node(claim).ToJsonString(Options);

    public static string Of(Claims claims) => new JsonArray([.. claims.All.Select(Node)]).ToJsonString(Options);

    // A sentence has an empty quote and the value true.
    private static JsonNode Node(Claim claim) =>
        new JsonObject { ["quote"] = claim.Quoted, ["value"] = claim.Value is { } number ? number : true, ["what"] = claim.What };
}
