namespace NotebookKernel;

/// <summary>How rich a MIME type is: a page shows the first of a bundle that it can.</summary>
internal static class MimeOrder
{
    public const string Plain = "text/plain";

    public const string Html = "text/html";

    public static int Rank(string mimeType) => mimeType switch
    {
        Plain => 6,
        "application/json" => 5,
        "text/markdown" or "text/latex" => 4,
        Html => 2,
        _ when mimeType.StartsWith("application/vnd.", StringComparison.Ordinal) => 0,
        _ when mimeType.StartsWith("image/", StringComparison.Ordinal) => 3,
        _ => 1,
    };
}
