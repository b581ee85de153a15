using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookKernel;

/// <summary>Follows the magic commands that show something.</summary>
/// <param name="output">Where they show it.</param>
/// <param name="variables">The session's variables.</param>
internal sealed class MagicCommands(SessionOutput output, Func<IReadOnlyList<SessionVariable>> variables)
{
    /// <summary>What to say of a command that the kernel does not follow: one line that names it.</summary>
    public static string Unsupported(CellPart part) => part.Kind == MagicKind.OtherLanguage
        ? $"#!{part.Name} is not supported: this kernel runs C# only. #!lsmagic lists the magic commands that it knows."
        : $"#!{part.Name} is not a magic command of this kernel. #!lsmagic lists those that it knows.";

    /// <summary>Follows one.</summary>
    /// <param name="part">The command.</param>
    /// <param name="text">The text that belongs to it.</param>
    public void Follow(CellPart part, string text)
    {
        text = text.Trim('\n');
        switch (MagicCommand.Find(part.Name)!.Names[0])
        {
            case "markdown":
                Show("text/markdown", text);
                break;
            case "html":
                Show(MimeOrder.Html, text);
                break;
            case "svg":
                Show("image/svg+xml", text);
                break;
            case "javascript":
                Show(MimeOrder.Html, $"<script type=\"text/javascript\">\n{text}\n</script>", text);
                break;
            case "about":
                Show(MimeOrder.Plain, About());
                break;
            case "lsmagic":
                Show(MimeOrder.Plain, List());
                break;
            case "who":
                Show(MimeOrder.Plain, string.Join('\n', variables().Select(v => v.Name)));
                break;
            case "whos":
                ShowVariables();
                break;
        }
    }

    /// <summary>Shows text of a MIME type.</summary>
    public void Show(string mimeType, string text, string? plain = null)
    {
        KeyValuePair<string, JsonNode> last = new(MimeOrder.Plain, JsonValue.Create(plain ?? text));
        output.Post(new DisplayOutput(new(mimeType == MimeOrder.Plain ? [last] : [new(mimeType, JsonValue.Create(text)), last]), new JsonObject()), output.NextDisplayId());
    }

    private void ShowVariables()
    {
        var table = new Table(["Variable", "Type", "Value"],
            [.. variables().Select(v => new[] { (v.Name, false), (v.Type.ToDisplayString(MimeOrder.Plain), false), (OneLine.Of(v.Value), false) })], null);
        Show(MimeOrder.Html, table.ToHtml(), table.ToString());
    }

    private static string About() => string.Join('\n',
        $"C# notebook kernel {typeof(CSharpSession).Assembly.GetName().Version!.ToString(3)}",
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}",
        $"C# compiler {typeof(Compilation).Assembly.GetName().Version!.ToString(3)}");

    private static string List()
    {
        var width = MagicCommand.Usable.Max(c => c.Written.Length);
        return string.Join('\n', MagicCommand.Usable.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Written.PadRight(width)}  {c.Summary}")));
    }
}
