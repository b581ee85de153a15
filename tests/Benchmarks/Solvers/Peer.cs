using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>Another program's solver for a case.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Script"><c>peers.R</c> or <c>peers.py</c>.</param>
/// <param name="Task">The task in the script.</param>
/// <param name="Extra">Its threshold, tolerance or size.</param>
/// <param name="Goal">The largest ratio ours/peer.</param>
/// <param name="Repetitions">How often it is run; the least time counts.</param>
internal sealed record Peer(string Name, string Script, string Task, double Extra, double Goal, int Repetitions = 3)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Seconds, and what it computed.</summary>
    public (double Seconds, double[] Numbers) Run(DataFolder data)
    {
        var program = Script.EndsWith(".R", StringComparison.Ordinal) ? "Rscript" : "/usr/bin/python3";
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Solvers", Script), Task, data.Path, Text(data.Rows), Text(data.Columns), Text(Repetitions), Extra.ToString("R", CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        // One thread on either side.
        foreach (var variable in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS" })
            start.Environment[variable] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Name}: not ready after {Limit.TotalMinutes:0} minutes.");
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Name}: {program} ended with {process.ExitCode}.");
        return (double.Parse(output.Result.Trim(), CultureInfo.InvariantCulture), data.Read("beta.bin"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
