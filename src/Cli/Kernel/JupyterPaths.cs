namespace CourseCli;

/// <summary>Where Jupyter and VS Code look for kernels, as functions of a machine.</summary>
/// <remarks>
/// Jupyter searches <c>$JUPYTER_PATH</c>, then the user's data folder, then the system's; the first spec of a name wins. Sources: Jupyter's
/// documentation, <em>Common Directories and File Locations</em>; VS Code's Jupyter extension looks in the same places.
/// </remarks>
internal static class JupyterPaths
{
    /// <summary>The folder that a user's own kernels go to.</summary>
    public static string UserKernels(Machine machine) => machine.Join(UserData(machine), "kernels");

    /// <summary>The folder that kernels for every user go to.</summary>
    public static string SystemKernels(Machine machine) => machine.Join(SystemData(machine)[0], "kernels");

    /// <summary>The folder below a prefix such as <c>/usr/local</c>, <c>/opt/conda</c> or the folder of a virtual environment.</summary>
    public static string PrefixKernels(Machine machine, string prefix) => machine.Join(prefix, "share", "jupyter", "kernels");

    /// <summary>Every folder that is searched, the first to be found first.</summary>
    public static IReadOnlyList<string> Searched(Machine machine) =>
        [.. FromVariable(machine).Append(UserData(machine)).Concat(SystemData(machine)).Select(folder => machine.Join(folder, "kernels")).Distinct()];

    private static string UserData(Machine machine) => machine.Setting("JUPYTER_DATA_DIR") ?? machine.Platform switch
    {
        Platform.Linux => machine.Join(machine.Setting("XDG_DATA_HOME") ?? machine.Join(machine.Home, ".local", "share"), "jupyter"),
        Platform.MacOS => machine.Join(machine.Home, "Library", "Jupyter"),
        _ => machine.Join(machine.Setting("APPDATA") ?? machine.Join(machine.Home, "AppData", "Roaming"), "jupyter"),
    };

    private static string[] SystemData(Machine machine) => machine.Platform == Platform.Windows
        ? [machine.Join(machine.Setting("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter")]
        : ["/usr/local/share/jupyter", "/usr/share/jupyter"];

    private static IEnumerable<string> FromVariable(Machine machine) =>
        (machine.Setting("JUPYTER_PATH") ?? "").Split(machine.Platform == Platform.Windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries);
}
