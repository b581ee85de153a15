using System.Globalization;

namespace NotebookKernel;

/// <summary>The pieces of code in a file that a cell loads.</summary>
internal static class LoadedFile
{
    /// <summary>Scripts are one piece; notebooks one a cell, whose values are shown.</summary>
    /// <exception cref="DirectiveException">There is no such file, or it is none of these.</exception>
    public static IReadOnlyList<(string Label, string Code, ValueUse Use)> Read(string path, string name)
    {
        if (!File.Exists(path))
            throw new DirectiveException($"there is no file \"{name}\" (looked for {path}).");
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csx" or ".cs" => [(name, File.ReadAllText(path), ValueUse.None)],
                ".ipynb" or ".dib" => [.. NotebookFile.Read(path).CodeCells.Select((cell, i) =>
                    (string.Create(CultureInfo.InvariantCulture, $"{name}, cell {i + 1}"), cell.Source, ValueUse.Display))],
                _ => throw new DirectiveException($"\"{name}\" cannot be loaded; expected a file of C# (.csx, .cs) or a notebook (.ipynb, .dib)."),
            };
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"\"{name}\" cannot be loaded: {e.Message}", e);
        }
    }
}
