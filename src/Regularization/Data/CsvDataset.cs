using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;

namespace Regularization;

/// <summary>Reads a table of numbers with a header row from a CSV file.</summary>
public static class CsvDataset
{
    // The header is read like any row, so that every complaint is ours and names its place.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        HasHeader = false,
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
    };

    /// <summary>Loads <paramref name="path"/>: column <paramref name="target"/> becomes y, all others, in file order, become X.</summary>
    /// <remarks>Every defect is one <see cref="DatasetException"/> that names the file, and the line and column where it is known.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="target">The header of the response column.</param>
    /// <param name="sha256">When given, the hash the file must have, in hexadecimal: a damaged or edited file is refused.</param>
    public static Dataset Load(string path, string target, string? sha256 = null)
    {
        var bytes = ReadAll(path);
        var found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (sha256 is not null && !found.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            throw new DatasetException(path, $"the file is damaged or was changed: its SHA-256 is {found}, expected {sha256.ToLowerInvariant()}");

        using var reader = CsvReader.Create(bytes, Options);
        var header = Header(reader, path, target);
        var rows = Rows(reader, path, header).ToList();
        if (rows.Count == 0)
            throw new DatasetException(path, "there is a header but no row of numbers");

        var targetAt = Array.IndexOf(header, target);
        var all = Matrix.Build.DenseOfRowArrays(rows);
        return new Dataset(header.Where(name => name != target), all.RemoveColumn(targetAt), all.Column(targetAt), target);
    }

    private static byte[] ReadAll(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(path, $"the file cannot be read ({e.Message})", inner: e);
        }
    }

    private static string[] Header(CsvReader reader, string path, string target)
    {
        if (!reader.Read())
            throw new DatasetException(path, "the file is empty; expected a header row");

        string[] header = [.. Cells(reader).Select(name => name.Trim())];
        var line = (int)reader.LineNumber;
        if (header.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
            throw new DatasetException(path, "the header names this column twice", line, twice);
        if (!header.Contains(target))
            throw new DatasetException(path, $"this column is missing; the header has {string.Join(", ", header)}", line, target);
        return header.Length > 1 ? header : throw new DatasetException(path, "there is no column beside the target", line, target);
    }

    private static IEnumerable<double[]> Rows(CsvReader reader, string path, string[] header)
    {
        while (reader.Read())
        {
            var (cells, line) = (Cells(reader), (int)reader.LineNumber);
            if (cells.Length < header.Length)
                throw new DatasetException(path, $"the row ends after {cells.Length} of {header.Length} cells", line, header[cells.Length]);
            if (cells.Length > header.Length)
                throw new DatasetException(path, $"the row has {cells.Length} cells; the header has {header.Length}", line);
            yield return [.. cells.Select((cell, j) => Number(cell, path, line, header[j]))];
        }
    }

    private static string[] Cells(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static double Number(string cell, string path, int line, string column) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new DatasetException(path, $"'{cell}' is not a number", line, column);
}
