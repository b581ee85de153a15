using System.Text;

namespace NotebookKernel;

/// <summary>Reads and writes notebooks as <c>.ipynb</c> files, in one canonical form.</summary>
/// <remarks>The form is what nbformat itself writes, so Jupyter, VS Code and this engine make no needless differences.
/// Source: the nbformat 4.5 schema and its Python writer.</remarks>
public static class NotebookFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a notebook; one of nbformat 4.0 to 4.4 is given the ids it lacks, the same ones every time. A <c>.dib</c> file is read as a notebook too.</summary>
    /// <exception cref="NotebookFormatException">The file is not a valid notebook.</exception>
    public static Notebook Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path, Utf8);
            return DibFile.Is(path) ? DibFile.Parse(text) : Parse(text, path);
        }
        catch (DecoderFallbackException e)
        {
            throw new NotebookFormatException($"{path}: not UTF-8 text.", e);
        }
    }

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What error messages call the notebook.</param>
    /// <exception cref="NotebookFormatException">The text is not a valid notebook.</exception>
    public static Notebook Parse(string json, string name = "notebook") => new NotebookReader(name).Read(json);

    /// <summary>The canonical text: nbformat's own layout (4.5, sorted keys, indent 1, LF, final newline).</summary>
    /// <exception cref="NotebookFormatException">A cell's id is invalid, or two cells share one.</exception>
    public static string ToJson(Notebook notebook) => CanonicalJson.Write(NotebookWriter.ToNode(notebook));

    /// <summary>Writes the canonical text, all of it or nothing: to a file beside, which is then moved into place.</summary>
    public static void Write(Notebook notebook, string path)
    {
        var json = ToJson(notebook);
        var target = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            File.WriteAllText(temporary, json, Utf8);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Whether a text is a valid notebook in canonical form, byte for byte.</summary>
    public static bool IsCanonical(string json)
    {
        try
        {
            return string.Equals(ToJson(Parse(json)), json, StringComparison.Ordinal);
        }
        catch (NotebookFormatException)
        {
            return false;
        }
    }
}
