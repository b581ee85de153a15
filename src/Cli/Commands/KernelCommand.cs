using System.CommandLine;

namespace CourseCli;

/// <summary><c>course kernel</c>: the course's engine as a kernel of Jupyter and VS Code.</summary>
internal static class KernelCommand
{
    private static readonly Option<string?> Prefix = new("--prefix") { Description = "Below this folder, in share/jupyter/kernels.", HelpName = "folder" };
    private static readonly Option<bool> System = new("--sys") { Description = "For every user of this machine." };

    public static Command Create() => new("kernel", "Installs the course's C# kernel for VS Code and Jupyter, lists kernels, takes it away.") { Install(), List(), Uninstall() };

    private static Command Install()
    {
        var build = new Option<KernelBuild?>("--build") { Description = "Composite, ReadyToRun or Jit; without it the fastest that works here.", HelpName = "kind" };
        var command = new Command("install", "Builds the kernel for this machine and writes its kernelspec.") { Prefix, System, build };
        command.SetAction(async (call, cancellation) =>
        {
            var publisher = new KernelPublisher(CourseFolder.Find(), Console.WriteLine);
            var installation = new KernelInstallation(Target(call));
            await installation.InstallAsync(folder => publisher.PublishAsync(folder, call.GetValue(build), cancellation));
            Console.WriteLine($"Installed \"{KernelSpec.DisplayName}\" ({KernelSpec.Name}) in {installation.Folder}");
            WarnOfOthers(installation.Folder);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the kernels that Jupyter and VS Code find.");
        command.SetAction(_ =>
        {
            foreach (var (name, displayName, folder) in Found())
                Console.WriteLine($"{name,-20} {displayName,-28} {folder}");
            if (!Found().Any(kernel => kernel.Name == KernelSpec.Name))
                Console.WriteLine($"{KernelSpec.Name} is not among them: course kernel install");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Uninstall()
    {
        var command = new Command("uninstall", "Takes the course's kernel away.") { Prefix, System };
        command.SetAction(call =>
        {
            var installation = new KernelInstallation(Target(call));
            var removed = installation.Uninstall();
            Console.WriteLine($"{(removed ? "Removed" : "Nothing to remove:")} {installation.Folder}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static string Target(ParseResult call) => (call.GetValue(Prefix), call.GetValue(System)) switch
    {
        ({ }, true) => throw new UsageException("--prefix and --sys name two places; give one of them."),
        ({ } prefix, _) => JupyterPaths.PrefixKernels(Machine.Current, Path.GetFullPath(prefix)),
        (_, true) => JupyterPaths.SystemKernels(Machine.Current),
        _ => JupyterPaths.UserKernels(Machine.Current),
    };

    /// <summary>The kernels that are found, as Jupyter does: of one name, the first.</summary>
    private static IEnumerable<(string Name, string DisplayName, string Folder)> Found() =>
        JupyterPaths.Searched(Machine.Current).SelectMany(KernelInstallation.List).DistinctBy(kernel => kernel.Name);

    private static void WarnOfOthers(string installed)
    {
        if (Found().FirstOrDefault(kernel => kernel.Name == KernelSpec.Name).Folder is { } first && first != installed)
            Console.WriteLine($"Jupyter finds another one of this name first: {first}");
    }
}
