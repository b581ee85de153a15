using System.Text.Json.Nodes;
using CourseCli;

namespace Course.Tests.Kernel;

/// <summary>What lies in the folder of kernels before and after, with a build that is only a file.</summary>
public sealed class KernelInstallationTests : IDisposable
{
    private readonly string _kernels = Directory.CreateTempSubdirectory("kernels-").FullName;

    public void Dispose() => Directory.Delete(_kernels, recursive: true);

    [Fact]
    public async Task A_kernel_is_listed_once_it_is_installed_and_gone_once_it_is_not()
    {
        var installation = new KernelInstallation(_kernels);
        Assert.False(installation.Uninstall());
        await installation.InstallAsync(Publish("first", KernelBuild.Composite));
        Assert.Equal([("course-csharp", "C# (course)", installation.Folder)], KernelInstallation.List(_kernels));
        Assert.True(installation.Uninstall());
        Assert.Empty(Directory.GetFileSystemEntries(_kernels));
    }

    [Fact]
    public async Task Installing_again_replaces_everything()
    {
        var installation = new KernelInstallation(_kernels);
        await installation.InstallAsync(Publish("first", KernelBuild.Composite));
        File.WriteAllText(Path.Combine(installation.Folder, "bin", "left over"), "");
        await installation.InstallAsync(Publish("second", KernelBuild.Composite));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(installation.Folder, "bin")));
        Assert.Equal("second", File.ReadAllText(file));
        Assert.Single(Directory.GetFileSystemEntries(_kernels));
    }

    [Fact]
    public async Task A_build_that_fails_leaves_what_was_there()
    {
        var installation = new KernelInstallation(_kernels);
        await installation.InstallAsync(Publish("first", KernelBuild.Composite));
        await Assert.ThrowsAsync<IOException>(() => installation.InstallAsync(_ => throw new IOException("no")));
        Assert.Equal("first", File.ReadAllText(Path.Combine(installation.Folder, "bin", "course-kernel")));
        Assert.Single(Directory.GetFileSystemEntries(_kernels));
    }

    [Fact]
    public async Task Other_kernels_are_listed_and_left_alone()
    {
        var other = Directory.CreateDirectory(Path.Combine(_kernels, ".net-csharp")).FullName;
        File.WriteAllText(Path.Combine(other, "kernel.json"), """{"display_name": ".NET (C#)"}""");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_kernels, "broken")).FullName, "kernel.json"), "{");
        var installation = new KernelInstallation(_kernels);
        await installation.InstallAsync(Publish("first", KernelBuild.Jit));
        Assert.Equal([".NET (C#)", "(kernel.json cannot be read)", "C# (course)"], KernelInstallation.List(_kernels).Select(kernel => kernel.DisplayName));
        installation.Uninstall();
        Assert.True(File.Exists(Path.Combine(other, "kernel.json")));
    }

    [Theory]
    [InlineData(0, "{resource_dir}/bin/course-kernel")]
    [InlineData(1, "{resource_dir}/bin/course-kernel")]
    [InlineData(2, @"{resource_dir}\bin\course-kernel.exe")]
    public void The_spec_says_what_Jupyter_and_VS_Code_need(int platform, string program)
    {
        var spec = KernelSpec.Create((Platform)platform, null);
        Assert.Equal([program, "{connection_file}"], spec["argv"]!.AsArray().Select(part => (string)part!));
        Assert.Equal(("C# (course)", "C#", "message"), ((string)spec["display_name"]!, (string)spec["language"]!, (string)spec["interrupt_mode"]!));
        Assert.Null(spec["env"]);
    }

    [Theory]
    [InlineData(nameof(KernelBuild.Jit), true)]
    [InlineData(nameof(KernelBuild.ReadyToRun), false)]
    public async Task Only_a_kernel_without_its_own_NET_is_told_where_one_is(string build, bool told)
    {
        var installation = new KernelInstallation(_kernels);
        await installation.InstallAsync(Publish("first", Enum.Parse<KernelBuild>(build)));
        var root = (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(installation.Folder, "kernel.json")))!["env"]?["DOTNET_ROOT"];
        Assert.Equal(told, root is not null);
        Assert.True(!told || Directory.Exists(Path.Combine(root!, "shared", "Microsoft.NETCore.App")), root);
    }

    private static Func<string, Task<KernelBuild>> Publish(string content, KernelBuild build) => folder =>
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "course-kernel"), content);
        return Task.FromResult(build);
    };
}
