using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Regularization.Course;

/// <summary>plotly.js compressed for a page that has to bring it along: 3.6 MB become 1.5.</summary>
internal static class PackedScript
{
    private static readonly ConditionalWeakTable<PlotlyScript, string> Packed = [];

    /// <summary>The library as gzip in base64, packed once.</summary>
    public static string Of(PlotlyScript script) => Packed.GetValue(script, static s =>
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(s.Code.Span);
        var packed = bytes.ToArray();
        packed[9] = 255; // "unknown operating system": the same bytes on every one
        return Convert.ToBase64String(packed);
    });
}
