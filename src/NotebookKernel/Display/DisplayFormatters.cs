using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookKernel;

/// <summary>How values of common types show; registered once for the process.</summary>
public static class DisplayFormatters
{
    /// <summary>Registers them, if that has not happened yet.</summary>
    public static void Register()
    {
    }

    /// <summary>A value in its preferred MIME types, with <c>text/plain</c> always among them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeType">The one type wanted, or <see langword="null"/> for the preferred ones.</param>
    public static MimeBundle Bundle(object? value, string? mimeType = null) =>
        new([KeyValuePair.Create("text/plain", (JsonNode)JsonValue.Create(value.ToDisplayString("text/plain")))]);
}
