using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Reads <c>.dib</c> files, .NET Interactive's plain-text notebooks: cells one after the other, each begun by the name of its language.</summary>
/// <remarks>A cell in another language than C# and Markdown keeps its first line, so that running it shows it, or says that it cannot.</remarks>
internal static class DibFile
{
    /// <summary>Whether a path is one of such a file.</summary>
    public static bool Is(string path) => Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase);

    /// <summary>Text to notebook; ids are counted, so the same file gives the same notebook.</summary>
    public static Notebook Parse(string text)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        var (language, lines) = ("csharp", new StringBuilder());
        foreach (var line in PythonText.WithLineFeeds(text.TrimStart('\uFEFF')).Split('\n'))
        {
            if (Language(line) is { } next)
            {
                Add();
                language = next;
            }
            else
            {
                lines.Append(line).Append('\n');
            }
        }
        Add();
        return new(cells.ToImmutable(), Metadata());

        void Add()
        {
            var source = lines.ToString().Trim('\n');
            lines.Clear();
            var id = string.Create(CultureInfo.InvariantCulture, $"cell-{cells.Count + 1}");
            if (string.IsNullOrWhiteSpace(source) || language == "meta")
                return;
            cells.Add(MagicCommand.Find(language)?.Names[0] switch
            {
                "markdown" => new MarkdownCell(id, source, []),
                "csharp" => new CodeCell(id, source, [], null, []),
                _ => new CodeCell(id, $"#!{language}\n{source}", [], null, []),
            });
        }
    }

    // Other magic commands, such as #!time, belong to their cell.
    private static string? Language(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) && line[2..].TrimEnd() is var name
        && (name == "meta" || MagicCommand.Find(name) is { Kind: not MagicKind.Line }) ? name : null;

    private static JsonObject Metadata() => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = "C# (course)", ["language"] = "C#", ["name"] = "course-csharp" },
        ["language_info"] = new JsonObject { ["name"] = "C#", ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["pygments_lexer"] = "csharp" },
    };
}
