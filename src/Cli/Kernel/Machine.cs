namespace CourseCli;

/// <summary>The operating systems that Jupyter has a convention for.</summary>
internal enum Platform
{
    Linux,
    MacOS,
    Windows,
}

/// <summary>What Jupyter's conventions look at: the system, the home folder, environment variables.</summary>
/// <param name="Platform">The operating system.</param>
/// <param name="Home">The user's home folder.</param>
/// <param name="Variable">An environment variable by name, <see langword="null"/> where it is not set.</param>
internal sealed record Machine(Platform Platform, string Home, Func<string, string?> Variable)
{
    /// <summary>The machine this program runs on.</summary>
    public static Machine Current { get; } = new(
        OperatingSystem.IsWindows() ? Platform.Windows : OperatingSystem.IsMacOS() ? Platform.MacOS : Platform.Linux,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Environment.GetEnvironmentVariable);

    /// <summary>The value of a variable that is set and not empty.</summary>
    public string? Setting(string name) => Variable(name) is { Length: > 0 } value ? value : null;

    /// <summary>Joins parts the way this machine's system writes paths, whatever system runs the code.</summary>
    public string Join(string folder, params string[] parts)
    {
        var separator = Platform == Platform.Windows ? '\\' : '/';
        return parts.Aggregate(folder, (path, part) => path.TrimEnd(separator) + separator + part);
    }
}
