using Course.Tests.Cli;
using CourseCli;

namespace Course.Tests.Kernel;

/// <summary><c>course kernel</c> as a person calls it, without a build; the build itself is what hub/install.sh does in CI.</summary>
public sealed class KernelCommandTests : IDisposable
{
    private readonly string _prefix = Directory.CreateTempSubdirectory("prefix-").FullName;

    public void Dispose() => Directory.Delete(_prefix, recursive: true);

    [Theory]
    [InlineData("--sys", "kernel", "uninstall", "--prefix", "somewhere", "--sys")]
    [InlineData("--sys", "kernel", "install", "--prefix", "somewhere", "--sys")]
    [InlineData("Bogus", "kernel", "install", "--build", "Bogus")]
    public async Task What_cannot_be_is_said_in_one_line(string named, params string[] arguments)
    {
        var (code, output, error) = await CourseProcess.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Contains(named, error);
    }

    [Fact]
    public async Task Uninstall_removes_ours_below_the_prefix_and_can_be_repeated()
    {
        var kernels = JupyterPaths.PrefixKernels(Machine.Current, _prefix);
        var installation = new KernelInstallation(kernels);
        await installation.InstallAsync(folder => Task.FromResult(Directory.CreateDirectory(folder).Exists ? KernelBuild.ReadyToRun : throw new IOException()));
        Assert.True(Directory.Exists(installation.Folder));
        Assert.Equal((0, $"Removed {installation.Folder}"), await Uninstall());
        Assert.False(Directory.Exists(installation.Folder));
        Assert.Equal((0, $"Nothing to remove: {installation.Folder}"), await Uninstall());
    }

    [Theory]
    [InlineData(nameof(KernelBuild.Composite), true, "True")]
    [InlineData(nameof(KernelBuild.ReadyToRun), true, "False")]
    [InlineData(nameof(KernelBuild.Jit), false, "False")]
    public void Each_build_asks_for_what_it_is(string build, bool selfContained, string composite)
    {
        var arguments = KernelPublisher.Arguments(CourseFolder.Find(), "out", Enum.Parse<KernelBuild>(build));
        Assert.Equal(selfContained ? "true" : "false", arguments[Array.IndexOf(arguments, "--self-contained") + 1]);
        Assert.Contains($"-p:PublishReadyToRun={selfContained}", arguments);
        Assert.Contains($"-p:PublishReadyToRunComposite={composite}", arguments);
        Assert.Contains("-nodeReuse:false", arguments);
    }

    private async Task<(int Code, string Said)> Uninstall()
    {
        var (code, output, _) = await CourseProcess.RunAsync("kernel", "uninstall", "--prefix", _prefix);
        return (code, output.TrimEnd());
    }
}
