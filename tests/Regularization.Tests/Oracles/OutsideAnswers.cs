using System.Diagnostics;
using System.Globalization;

namespace Regularization.Tests;

/// <summary>Six seeded problems, and what R and scikit-learn say to them: one process each, started once.</summary>
/// <remarks>In CI a program that is missing is a failure; elsewhere the tests skip, with the reason.</remarks>
public sealed class OutsideAnswers : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("oracle-");
    private readonly Dictionary<(int Problem, string Name), double[]> answers = [];

    public OutsideAnswers()
    {
        for (var i = 0; i < Problems.Count; i++)
        {
            var (x, y, z) = Problems[i];
            Write($"x{i}.csv", x.EnumerateRows().Select(row => string.Join(",", row.Select(Text))));
            Write($"y{i}.csv", y.Select(Text));
            Write($"z{i}.csv", z.Select(Text));
        }

        Missing = Run("Rscript", "oracle.R") ?? Run("/usr/bin/python3", "oracle.py");
    }

    /// <summary>Tall, square-ish and wide, correlated or not.</summary>
    public static IReadOnlyList<(Matrix X, Vector Y, Vector Z)> Problems { get; } =
        [Problem(40, 6, 0, 1), Problem(60, 10, 0.6, 2), Problem(25, 20, 0.3, 3), Problem(30, 50, 0.5, 4), Problem(100, 5, 0.9, 5), Problem(48, 12, 0, 6)];

    /// <summary>Which program is missing, if one is.</summary>
    public string? Missing { get; }

    /// <summary>The numbers of an answer, or none.</summary>
    public double[]? Find(int problem, string name) => answers.GetValueOrDefault((problem, name));

    /// <summary>The numbers of an answer.</summary>
    public double[] Of(int problem, string name) => Find(problem, name) ?? throw new InvalidOperationException($"No answer '{name}' to problem {problem}.");

    public void Dispose() => folder.Delete(recursive: true);

    private static (Matrix, Vector, Vector) Problem(int n, int p, double correlation, ulong seed)
    {
        var data = SyntheticData.SparseLinear(n, p, 3, noise: 1, seed, correlation).Data;
        var random = new SeededRandom(seed + 100);
        // Other units for every column, another mean, and classes that depend on y and luck.
        var x = data.X.MapIndexed((_, j, value) => value * (1 + j % 4) + j);
        return (x, data.Y, data.Y.Map(value => value + 2 * random.NextNormal() > 0 ? 1.0 : 0, MathNet.Numerics.LinearAlgebra.Zeros.Include));
    }

    private string? Run(string program, string script)
    {
        var start = new ProcessStartInfo(program, [Path.Combine(AppContext.BaseDirectory, "Oracles", script), folder.FullName]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{script} was not ready after {Limit.TotalMinutes:0} minutes.");
            }

            if (process.ExitCode != 0)
                return $"{program} {script} failed: {errors.Result.Trim()}";
            foreach (var line in output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                answers[(int.Parse(words[0], CultureInfo.InvariantCulture), words[1])] = [.. words[2..].Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
            }

            return null;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"{program} cannot be started ({e.Message})";
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private void Write(string name, IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(folder.FullName, name), lines);
}
