namespace CourseCli;

/// <summary>How the kernel is compiled: the faster it starts, the more there is to do when it is installed.</summary>
internal enum KernelBuild
{
    /// <summary>Machine code for the kernel, the compiler and .NET together, with .NET included.</summary>
    Composite,

    /// <summary>Machine code for each library, with .NET included.</summary>
    ReadyToRun,

    /// <summary>No machine code: compiled while it runs, on the .NET of the machine.</summary>
    Jit,
}
