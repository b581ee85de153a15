namespace CourseCli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for was done and is right.</summary>
    public const int Ok = 0;

    /// <summary>A notebook failed, or a check found something.</summary>
    public const int Failed = 1;

    /// <summary>The command could not be understood: unknown command, option or file.</summary>
    public const int Usage = 2;
}
