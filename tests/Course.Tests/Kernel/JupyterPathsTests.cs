using CourseCli;

namespace Course.Tests.Kernel;

/// <summary>Jupyter's search path on three systems, as its documentation lists it.</summary>
public class JupyterPathsTests
{
    [Fact]
    public void Linux() => Assert.Equal(
        ["/home/ada/.local/share/jupyter/kernels", "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"],
        JupyterPaths.Searched(On(Platform.Linux, "/home/ada")));

    [Fact]
    public void MacOS() => Assert.Equal(
        ["/Users/ada/Library/Jupyter/kernels", "/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"],
        JupyterPaths.Searched(On(Platform.MacOS, "/Users/ada")));

    [Fact]
    public void Windows() => Assert.Equal(
        [@"D:\Roaming\jupyter\kernels", @"E:\ProgramData\jupyter\kernels"],
        JupyterPaths.Searched(On(Platform.Windows, @"C:\Users\ada", ("APPDATA", @"D:\Roaming"), ("PROGRAMDATA", @"E:\ProgramData"))));

    [Fact]
    public void Windows_without_its_variables() => Assert.Equal(
        [@"C:\Users\ada\AppData\Roaming\jupyter\kernels", @"C:\ProgramData\jupyter\kernels"],
        JupyterPaths.Searched(On(Platform.Windows, @"C:\Users\ada")));

    [Theory]
    [InlineData(0, "/one:/two", new[] { "/one/kernels", "/two/kernels" })]
    [InlineData(1, "/one:/two/", new[] { "/one/kernels", "/two/kernels" })]
    [InlineData(2, @"C:\one;D:\two", new[] { @"C:\one\kernels", @"D:\two\kernels" })]
    public void JUPYTER_PATH_comes_first(int platform, string value, string[] expected)
    {
        var searched = JupyterPaths.Searched(On((Platform)platform, "/home/ada", ("JUPYTER_PATH", value)));
        Assert.Equal(expected, searched.Take(2));
    }

    [Fact]
    public void The_first_place_that_is_searched_for_users_is_where_a_user_installs()
    {
        foreach (var platform in Enum.GetValues<Platform>())
        {
            var machine = On(platform, "/home/ada");
            Assert.Equal(JupyterPaths.Searched(machine)[0], JupyterPaths.UserKernels(machine));
            Assert.Equal(JupyterPaths.Searched(machine)[1], JupyterPaths.SystemKernels(machine));
        }
    }

    [Fact]
    public void Variables_move_the_folder_of_the_user()
    {
        Assert.Equal("/data/jupyter/kernels", JupyterPaths.UserKernels(On(Platform.Linux, "/home/ada", ("XDG_DATA_HOME", "/data"))));
        Assert.Equal("/mine/kernels", JupyterPaths.UserKernels(On(Platform.Linux, "/home/ada", ("XDG_DATA_HOME", "/data"), ("JUPYTER_DATA_DIR", "/mine"))));
        Assert.Equal("/home/ada/.local/share/jupyter/kernels", JupyterPaths.UserKernels(On(Platform.Linux, "/home/ada", ("XDG_DATA_HOME", ""))));
        Assert.Equal("/Users/ada/Library/Jupyter/kernels", JupyterPaths.UserKernels(On(Platform.MacOS, "/Users/ada", ("XDG_DATA_HOME", "/data"))));
    }

    [Fact]
    public void A_prefix_has_its_kernels_in_share() =>
        Assert.Equal("/opt/hub/share/jupyter/kernels", JupyterPaths.PrefixKernels(On(Platform.Linux, "/home/ada"), "/opt/hub/"));

    private static Machine On(Platform platform, string home, params (string Name, string Value)[] variables) =>
        new(platform, home, name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
