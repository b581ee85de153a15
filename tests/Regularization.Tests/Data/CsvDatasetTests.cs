namespace Regularization.Tests;

public sealed class CsvDatasetTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("a,b,y\n1,2,3\n4,5,6\n")]
    [InlineData("a,b,y\r\n1,2,3\r\n\r\n4,5,6")]
    [InlineData(" a , b,y\n1, 2,3\n\"4\",5,6.0e0\n")]
    [InlineData("\uFEFFa,b,y\n1,2,3\n4,5,6\n")]
    [InlineData("a,y,b\n1,3,2\n4,6,5\n")]
    public void Reads_a_table(string text)
    {
        var data = CsvDataset.Load(Write(text), "y");
        Assert.Equal(["a", "b"], data.Names);
        Assert.Equal("y", data.Target);
        Assert.Equal(Matrix.Build.DenseOfArray(new double[,] { { 1, 2 }, { 4, 5 } }), data.X);
        Assert.Equal([3, 6], data.Y);
    }

    [Theory]
    [InlineData("", null, null, "empty")]
    [InlineData("a,b,y\n", null, null, "no row")]
    [InlineData("a,b,z\n1,2,3\n", 1, "y", "missing; the header has a, b, z")]
    [InlineData("a,a,y\n1,2,3\n", 1, "a", "twice")]
    [InlineData("y\n1\n", 1, "y", "no column beside")]
    [InlineData("a,b,y\n1,2,3\n4,x,6\n", 3, "b", "'x' is not a number")]
    [InlineData("a,b,y\n1,2,3\n\n4,,6\n", 4, "b", "'' is not a number")]
    [InlineData("a,b,y\n1,2,NaN\n", 2, "y", "'NaN' is not a number")]
    [InlineData("a,b,y\n1,\"2,5\",3\n", 2, "b", "'2,5' is not a number")]
    [InlineData("a,b,y\n1,2,3\n4,5\n", 3, "y", "ends after 2 of 3 cells")]
    [InlineData("a,b,y\n1,2,3,4\n", 2, null, "4 cells; the header has 3")]
    [InlineData("a,b,y\n\"1,2,3\n4,5,6\n", 2, null, "")]
    public void Names_file_line_and_column_of_a_defect(string text, int? line, string? column, string problem)
    {
        var path = Write(text);
        var error = Assert.Throws<DatasetException>(() => CsvDataset.Load(path, "y"));
        Assert.Equal((path, line), (error.File, error.Line));
        if (column is not null)
            Assert.Equal(column, error.Column);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        if (line is not null)
            Assert.Contains($"line {line}", error.Message, StringComparison.Ordinal);
        if (column is not null)
            Assert.Contains($"column '{column}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_a_missing_file()
    {
        var path = Path.Combine(folder.FullName, "no-such-file.csv");
        Assert.Contains(path, Assert.Throws<DatasetException>(() => CsvDataset.Load(path, "y")).Message, StringComparison.Ordinal);
        Assert.Throws<DatasetException>(() => CsvDataset.Load(Path.Combine(folder.FullName, "no-such-folder", "x.csv"), "y"));
        Assert.Throws<DatasetException>(() => CsvDataset.Load(folder.FullName, "y"));
    }

    [Fact]
    public void Refuses_a_damaged_file()
    {
        var bytes = File.ReadAllBytes(DiabetesFile.Path);
        bytes[2000] ^= 1;
        var path = Path.Combine(folder.FullName, "damaged.csv");
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<DatasetException>(() => CsvDataset.Load(path, "progression", DiabetesFile.Sha256));
        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
        Assert.Contains(DiabetesFile.Sha256, error.Message, StringComparison.Ordinal);
        CsvDataset.Load(DiabetesFile.Path, "progression", DiabetesFile.Sha256.ToUpperInvariant());
    }

    [Fact]
    public void The_data_folder_says_the_same_hash() =>
        Assert.Contains(DiabetesFile.Sha256, File.ReadAllText(Path.Combine(Path.GetDirectoryName(DiabetesFile.Path)!, "README.md")), StringComparison.Ordinal);

    private string Write(string text)
    {
        var path = Path.Combine(folder.FullName, "table.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
