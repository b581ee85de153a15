namespace Benchmarks;

/// <summary><c>compare solvers</c>: our solvers beside glmnet, leaps, scikit-learn and NumPy on the same data, one thread each.</summary>
/// <remarks>Ours is timed from the raw matrix to the result, standardization included; the Python peers get standardized columns for free.</remarks>
internal static class SolverComparison
{
    public static int Run(string[] options)
    {
        var only = Option(options, "--only");
        var rows = new List<Row>();
        Console.WriteLine(Row.Header);
        foreach (var (name, run) in PathCases.All.Concat(SubsetCases.All))
        {
            if (only is not null && !name.Contains(only, StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var row in run(name))
            {
                Console.WriteLine(row);
                rows.Add(row);
            }
        }

        if (rows.Count == 0)
        {
            Console.Error.WriteLine($"--only {only}: no such case; there are {string.Join(", ", PathCases.All.Concat(SubsetCases.All).Select(c => c.Name))}.");
            return 2;
        }

        if (Option(options, "--csv") is { } file)
            Write(file, rows.Select(row => row.Csv()).Prepend(Row.CsvHeader));
        return rows.All(row => row.Met) ? 0 : 1;
    }

    /// <summary>The value after an option, if it is there.</summary>
    public static string? Option(string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }

    /// <summary>Replaces a file by these lines, whole or not at all.</summary>
    public static void Write(string file, IEnumerable<string> lines)
    {
        File.WriteAllLines(file + ".tmp", lines);
        File.Move(file + ".tmp", file, overwrite: true);
    }
}
