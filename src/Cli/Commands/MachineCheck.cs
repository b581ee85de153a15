using System.Diagnostics;

namespace CourseCli;

/// <summary>One thing that the course needs or can use, and whether this machine has it.</summary>
/// <param name="What">The thing.</param>
/// <param name="Required">Whether the course cannot do without it.</param>
/// <param name="Present">Whether it is there.</param>
/// <param name="Found">What was found, as a version or a path.</param>
/// <param name="Remedy">How to get it.</param>
internal sealed record MachineCheck(string What, bool Required, bool Present, string Found, string Remedy)
{
    private const string Build = "dotnet build, in the course's folder";

    public static IEnumerable<MachineCheck> All(CourseFolder course)
    {
        var sdk = FirstLine("dotnet", "--version");
        yield return new(".NET SDK 10", true, sdk?.StartsWith("10.", StringComparison.Ordinal) ?? false, sdk ?? "none", "https://dotnet.microsoft.com/download");
        yield return FileAt("Course library", course.Library, Build);
        yield return FileAt("Plotting library", Path.Combine(Path.GetDirectoryName(course.Library)!, "plots", "Regularization.Plots.dll"), Build);
        yield return Data(course);
        yield return Writable(course);
        yield return ProgramNamed("Chromium (for the page tests)", "chromium", "apt-get install chromium, or any Chrome");
        yield return ProgramNamed("ChromeDriver (for the page tests)", "chromedriver", "apt-get install chromium-driver");
        yield return Kernel();
        yield return ProgramNamed("VS Code (for the notebooks)", "code", "https://code.visualstudio.com, with the Jupyter extension");
        yield return ProgramNamed("Jupyter (for the notebooks)", "jupyter", "https://jupyter.org/install");
    }

    private static MachineCheck FileAt(string what, string path, string remedy) => new(what, true, File.Exists(path), File.Exists(path) ? "present" : $"no {path}", remedy);

    private static MachineCheck Kernel()
    {
        var folder = JupyterPaths.Searched(Machine.Current).Select(kernels => new KernelInstallation(kernels).Folder).FirstOrDefault(Directory.Exists);
        return new("C# kernel (for VS Code and Jupyter)", false, folder is not null, folder ?? "not installed", "course kernel install");
    }

    private static MachineCheck ProgramNamed(string what, string program, string remedy)
    {
        var path = OnPath(program);
        return new(what, false, path is not null, path ?? "not found", remedy);
    }

    private static MachineCheck Data(CourseFolder course)
    {
        try
        {
            var data = Regularization.Course.Datasets.Diabetes(Path.Combine(course.Root, "data"));
            return new("Data: diabetes", true, true, $"{data.X.RowCount} rows, {data.X.ColumnCount} features, checksum right", "");
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException)
        {
            return new("Data: diabetes", true, false, error.Message, "git checkout -- data");
        }
    }

    private static MachineCheck Writable(CourseFolder course)
    {
        var folder = Path.Combine(course.Root, "artifacts");
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("A folder to write to", true, true, "artifacts/", "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new("A folder to write to", true, false, error.Message, $"make {folder} writable, or use --out");
        }
    }

    private static string? FirstLine(string program, string argument)
    {
        if (OnPath(program) is not { } path)
            return null;
        using var process = Process.Start(new ProcessStartInfo(path, argument) { RedirectStandardOutput = true });
        return process?.StandardOutput.ReadToEnd().Split('\n')[0].Trim();
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { program, program + ".exe", program + ".cmd" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
