namespace Regularization.Tests;

/// <summary>The data file of the repository, found from wherever the tests were built.</summary>
internal static class DiabetesFile
{
    public const string Sha256 = "2d9516499b8b56e76cf361824b4608b0bef572b03e561ba3410ca4b4ce37b5d4";

    public static string Path { get; } = Find();

    public static Dataset Data { get; } = CsvDataset.Load(Path, "progression", Sha256);

    public static Standardization Standardized { get; } = Standardization.Fit(Data);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Course.sln")))
            folder = folder.Parent;
        return System.IO.Path.Combine(folder!.FullName, "data", "diabetes.csv");
    }
}
