namespace CourseCli;

/// <summary>The clone the command works on: found by <c>Course.sln</c>, upwards from the working directory or from this program.</summary>
internal sealed record CourseFolder(string Root)
{
    public string Notebooks => Path.Combine(Root, "notebooks");

    public string Library => Path.Combine(Root, "artifacts", "lib", "Regularization.Course.dll");

    public string DefaultOutput => Path.Combine(Root, "artifacts", "course");

    public static CourseFolder Find() =>
        new(Upwards(Environment.CurrentDirectory) ?? Upwards(AppContext.BaseDirectory)
            ?? throw new UsageException($"No Course.sln in {Environment.CurrentDirectory} or above it: run the command inside a clone of the course."));

    /// <summary>The notebooks named, or all of the course in their order.</summary>
    public IReadOnlyList<string> Select(IReadOnlyList<string> named) =>
        named.Count == 0
            ? [.. Directory.GetFiles(Notebooks, "*.ipynb").Order(StringComparer.Ordinal)]
            : [.. named.Select(Existing).Distinct()];

    /// <summary>Whether a notebook is one of the course's own.</summary>
    public bool IsLesson(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) == Path.GetFullPath(Notebooks);

    /// <summary>The Markdown files of the clone that people read.</summary>
    public IEnumerable<string> Documents() =>
        new[] { "README.md", "CHANGELOG.md" }.Select(name => Path.Combine(Root, name)).Where(File.Exists)
            .Concat(new[] { "docs", "data" }.Select(name => Path.Combine(Root, name)).Where(Directory.Exists)
                .SelectMany(folder => Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories)).Order(StringComparer.Ordinal));

    /// <summary>A notebook by its path, or by its file name in the notebooks folder, with or without the ending.</summary>
    private string Existing(string name) =>
        new[] { name, Path.Combine(Notebooks, name), Path.Combine(Notebooks, name + ".ipynb") }
            .Where(File.Exists).Select(Path.GetFullPath).FirstOrDefault()
        ?? throw new UsageException($"No notebook '{name}': neither a file of that name nor one in {Notebooks}.");

    private static string? Upwards(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Course.sln")))
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar));
        return folder;
    }
}

/// <summary>The command was called with something that cannot be: one line, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
