namespace Regularization.Course;

/// <summary>The data sets that the lessons use.</summary>
public static class Datasets
{
    private const string BreastCancerSha256 = "24e220f06a0844385ea0e0f551c2ee1f9725e248e1dd662fafca95e0c7d1a0bf";
    private const string DiabetesSha256 = "2d9516499b8b56e76cf361824b4608b0bef572b03e561ba3410ca4b4ce37b5d4";

    /// <summary>The diabetes data: 442 patients, ten measurements in raw units, and <c>progression</c>, the disease one year later.</summary>
    /// <remarks>Source: Efron, Hastie, Johnstone and Tibshirani (2004); columns and license in <c>data/README.md</c>.</remarks>
    /// <param name="folder">The folder of <c>diabetes.csv</c>; when not given, the <c>data</c> folder above the working directory or above this library.</param>
    /// <exception cref="DatasetException">The file is missing or damaged.</exception>
    public static Dataset Diabetes(string? folder = null) =>
        CsvDataset.Load(Path.Combine(folder ?? DataFolder("diabetes.csv"), "diabetes.csv"), "progression", DiabetesSha256);

    /// <summary>The breast cancer data: 569 masses, thirty measurements of cell nuclei, and <c>malignant</c>, 1 or 0.</summary>
    /// <remarks>Source: Street, Wolberg and Mangasarian (1993); columns and license in <c>data/README.md</c>.</remarks>
    /// <param name="folder">The folder of <c>breast-cancer.csv</c>; when not given, the <c>data</c> folder above the working directory or above this library.</param>
    /// <exception cref="DatasetException">The file is missing or damaged.</exception>
    public static Dataset BreastCancer(string? folder = null) =>
        CsvDataset.Load(Path.Combine(folder ?? DataFolder("breast-cancer.csv"), "breast-cancer.csv"), "malignant", BreastCancerSha256);

    /// <summary>Notebooks run in their own folder, tests in theirs: the data folder is looked for upwards from both.</summary>
    private static string DataFolder(string file)
    {
        var starts = new[] { Environment.CurrentDirectory, Path.GetDirectoryName(typeof(Datasets).Assembly.Location)! };
        return starts.SelectMany(Upwards).Select(folder => Path.Combine(folder, "data")).FirstOrDefault(folder => File.Exists(Path.Combine(folder, file)))
            ?? throw new DatasetException(file, $"there is no data folder with it above {string.Join(" or ", starts)}");
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
