namespace NotebookKernel;

/// <summary>Reads and writes notebooks as <c>.ipynb</c> files, in one canonical form.</summary>
public static class NotebookFile
{
    /// <summary>Reads a notebook; one of nbformat 4.0 to 4.4 is given the ids it lacks, the same ones every time.</summary>
    /// <exception cref="NotebookFormatException">The file is not a valid notebook.</exception>
    public static Notebook Read(string path) => throw new NotImplementedException();

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What error messages call the notebook.</param>
    /// <exception cref="NotebookFormatException">The text is not a valid notebook.</exception>
    public static Notebook Parse(string json, string name = "notebook") => throw new NotImplementedException();

    /// <summary>The canonical text: nbformat's own layout (4.5, sorted keys, indent 1, LF, final newline).</summary>
    public static string ToJson(Notebook notebook) => throw new NotImplementedException();

    /// <summary>Writes the canonical text, all of it or nothing: to a file beside, which is then moved into place.</summary>
    public static void Write(Notebook notebook, string path) => throw new NotImplementedException();

    /// <summary>Whether a text is a valid notebook in canonical form, byte for byte.</summary>
    public static bool IsCanonical(string json) => throw new NotImplementedException();
}
