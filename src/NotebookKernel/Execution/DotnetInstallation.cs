namespace NotebookKernel;

/// <summary>Where .NET is installed: the kernel may carry a runtime of its own and still want the SDK's files.</summary>
internal static class DotnetInstallation
{
    /// <summary>The folders to look into, the most likely first.</summary>
    public static IEnumerable<string> Roots()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var command = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
            .FirstOrDefault(File.Exists);
        string?[] roots =
        [
            Environment.GetEnvironmentVariable("DOTNET_ROOT"),
            runtime is null ? null : Path.GetFullPath(Path.Combine(runtime, "..", "..", "..")),
            command is null ? null : Path.GetDirectoryName(File.ResolveLinkTarget(command, returnFinalTarget: true)?.FullName ?? command),
            "/usr/share/dotnet",
            "/usr/lib/dotnet",
            "/usr/local/share/dotnet",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "dotnet"),
        ];
        return roots.Where(r => !string.IsNullOrEmpty(r)).Select(r => r!).Distinct();
    }
}
