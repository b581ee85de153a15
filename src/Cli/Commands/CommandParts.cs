using System.CommandLine;

namespace CourseCli;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommandParts
{
    public static Argument<string[]> Notebooks() => new("notebooks")
    {
        Description = "Notebooks by path or name; all of them when none is named.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<double> Timeout()
    {
        var option = new Option<double>("--timeout") { Description = "Seconds a cell may take.", DefaultValueFactory = _ => 120, HelpName = "seconds" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is var seconds && !(seconds > 0 && seconds <= 86_400))
                result.AddError(FormattableString.Invariant($"--timeout is {seconds}; expected seconds between 0 and 86400."));
        });
        return option;
    }
}
