using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>A temporary folder in which both sides find the same numbers.</summary>
internal sealed class DataFolder : IDisposable
{
    public DataFolder(Matrix x, Vector y, IReadOnlyList<double>? lambdas)
    {
        (Rows, Columns) = (x.RowCount, x.ColumnCount);
        Path = Directory.CreateTempSubdirectory("compare-").FullName;
        Write("x.bin", x.ToColumnMajorArray());
        Write("y.bin", y.ToArray());
        if (lambdas is not null)
            Write("lambda.bin", [.. lambdas]);
    }

    public string Path { get; }

    public int Rows { get; }

    public int Columns { get; }

    public double[] Read(string name) => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(System.IO.Path.Combine(Path, name))).ToArray();

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string name, double[] numbers)
    {
        using var file = File.Create(System.IO.Path.Combine(Path, name));
        file.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }
}
