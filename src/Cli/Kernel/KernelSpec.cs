using System.Text.Json.Nodes;

namespace CourseCli;

/// <summary>The <c>kernel.json</c> that tells Jupyter and VS Code how to start the kernel.</summary>
/// <remarks>Source: Jupyter's documentation of kernel specs. <c>{resource_dir}</c> is the folder of the file itself, so that it can be moved.</remarks>
internal static class KernelSpec
{
    /// <summary>The name of the folder, and the name that notebooks carry.</summary>
    public const string Name = "course-csharp";

    /// <summary>The name that people choose.</summary>
    public const string DisplayName = "C# (course)";

    /// <summary>The spec of a kernel that lies beside it in <c>bin</c>.</summary>
    /// <param name="platform">The system it will run on.</param>
    /// <param name="dotnetRoot">Where .NET is, for a kernel that does not bring its own.</param>
    public static JsonObject Create(Platform platform, string? dotnetRoot)
    {
        var windows = platform == Platform.Windows;
        var spec = new JsonObject
        {
            ["argv"] = new JsonArray(windows ? @"{resource_dir}\bin\course-kernel.exe" : "{resource_dir}/bin/course-kernel", "{connection_file}"),
            ["display_name"] = DisplayName,
            ["interrupt_mode"] = "message",
            ["language"] = "C#",
            ["metadata"] = new JsonObject { ["debugger"] = false },
        };
        if (dotnetRoot is not null)
            spec["env"] = new JsonObject { ["DOTNET_ROOT"] = dotnetRoot };
        return spec;
    }
}
