using System.CommandLine;
using System.Text;
using CourseCli;
using NotebookKernel;

Console.OutputEncoding = Encoding.UTF8;

var root = new RootCommand("course: runs, checks and tidies the notebooks of this course.")
{
    RunCommand.Create(),
    CheckCommand.Create(),
    CleanCommand.Create(),
    ProgressCommand.Create(),
    KernelCommand.Create(),
    DoctorCommand.Create(),
};

var call = root.Parse(args.Length == 0 ? ["--help"] : args);
if (call.Errors.Count > 0)
    return Failed(call.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is not a command or option; see --help" : call.Errors[0].Message, ExitCode.Usage);

try
{
    return await call.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (UsageException error)
{
    return Failed(error.Message, ExitCode.Usage);
}
catch (Exception error) when (error is NotebookFormatException or LatexException or IOException or UnauthorizedAccessException)
{
    return Failed(error.Message, ExitCode.Failed);
}
catch (OperationCanceledException)
{
    return Failed("cancelled", ExitCode.Failed);
}

static int Failed(string message, int code)
{
    Console.Error.WriteLine($"course: {message.ReplaceLineEndings(" ").Trim()}");
    return code;
}
