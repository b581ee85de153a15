using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Benchmarks;

/// <summary><c>compare kernel</c>: the installed course kernel beside ipykernel, driven by the same client in the same run.</summary>
/// <remarks>The rounds of the two alternate, so that a busy spell of the machine falls on both.</remarks>
internal static class KernelComparison
{
    private const string Ours = "course-csharp";
    private const string Peer = "python3";
    private static readonly TimeSpan RoundLimit = TimeSpan.FromMinutes(3);

    public static int Run(string[] options)
    {
        var rounds = int.Parse(Option(options, "--rounds") ?? "7", CultureInfo.InvariantCulture);
        var python = Option(options, "--python") ?? "/usr/bin/python3";
        var (ours, peer) = (new List<JsonElement>(), new List<JsonElement>());
        for (var round = 1; round <= rounds; round++)
        {
            Console.Error.WriteLine($"round {round} of {rounds}");
            ours.Add(Round(python, Ours));
            peer.Add(Round(python, Peer));
        }

        var table = Measure.All.Select(measure => new Comparison(measure, Values(ours, measure), Values(peer, measure))).ToList();
        Console.WriteLine($"{"",-28} {"ours min",9} {"median",9} {"peer min",9} {"median",9}     ratio   goal  met");
        foreach (var row in table)
            Console.WriteLine(row.Row());
        // Ours alone: no Python notebook is the same lesson.
        var path = Option(options, "--lesson") ?? LargestLesson();
        double[] lesson = [.. Enumerable.Range(0, rounds).Select(_ => Lesson(python, path))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"the largest lesson",-28} {lesson.Min(),9:0} {Comparison.Median(lesson),9:0} {"",19} ms  {Path.GetFileName(path)}"));
        if (Option(options, "--csv") is { } file)
            WriteCsv(file, table, lesson);
        return table.All(row => row.Met != false) ? 0 : 1;
    }

    private static void WriteCsv(string file, IEnumerable<Comparison> table, double[] lesson)
    {
        IEnumerable<string> lines = ["measure,ours,peer,ratio,goal,met", .. table.Select(row => row.CsvLine())];
        lines = lines.Append(string.Create(CultureInfo.InvariantCulture, $"\"the largest lesson\",{lesson.Min():0.00},,,,"));
        var temporary = file + ".tmp";
        File.WriteAllLines(temporary, lines);
        File.Move(temporary, file, overwrite: true);
    }

    // By the number of its code cells.
    private static string LargestLesson()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Course.sln")))
            root = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(root)) ?? throw new InvalidOperationException("The benchmarks are not in a clone: name a lesson with --lesson.");
        return Directory.GetFiles(Path.Combine(root, "notebooks"), "*.ipynb").MaxBy(file =>
        {
            using var notebook = JsonDocument.Parse(File.ReadAllText(file));
            return notebook.RootElement.GetProperty("cells").EnumerateArray().Count(cell => cell.GetProperty("cell_type").GetString() == "code");
        })!;
    }

    private static List<double> Values(IEnumerable<JsonElement> rounds, Measure measure) =>
        [.. rounds.Select(round => round.GetProperty(measure.Key).GetDouble())];

    private static JsonElement Round(string python, string kernel) => Python(python, "measure.py", kernel);

    private static double Lesson(string python, string path) => Python(python, "measure.py", Ours, path).GetProperty("lesson").GetDouble();

    private static JsonElement Python(string python, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Kernel", script), .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{python} could not be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(RoundLimit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{script} {string.Join(' ', arguments)}: not ready after {RoundLimit.TotalMinutes:0} minutes.");
        }
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        return JsonDocument.Parse(output.Result).RootElement;
    }

    private static string? Option(string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }
}
