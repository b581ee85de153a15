using System.Globalization;

namespace Benchmarks;

/// <summary>One thing measured on both sides, and what the ratio should be at most.</summary>
/// <param name="Key">The name in the measuring script's answer.</param>
/// <param name="Name">The name in the table.</param>
/// <param name="Unit">ms or MB.</param>
/// <param name="Goal">The largest ratio ours/peer, <see langword="null"/> where none is set.</param>
internal sealed record Measure(string Key, string Name, string Unit, double? Goal)
{
    /// <summary>The measures of issue 4, in its order.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        new("first", "start to first 1+1", "ms", 1.0),
        new("idle", "first 1+1 after 3 s idle", "ms", 3.0),
        new("warm", "warm trivial cell", "ms", 1.0),
        new("complete", "completion", "ms", 1.0),
        new("inspect", "inspect", "ms", 1.0),
        new("memory1", "memory, 1 kernel", "MB", null),
        new("memory8", "memory, each of 8 kernels", "MB", 2.0),
    ];
}

/// <summary>What a measure came to: the minimum and the median of every round, on both sides.</summary>
/// <remarks>The ratio is that of the minima: the minimum is what the machine can do when nothing else disturbs it.</remarks>
internal sealed record Comparison(Measure Measure, IReadOnlyList<double> Ours, IReadOnlyList<double> Peer)
{
    public double Ratio => Ours.Min() / Peer.Min();

    public bool? Met => Measure.Goal is { } goal ? Ratio <= goal : null;

    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    public string Row() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Measure.Name,-28} {Ours.Min(),9:0.0} {Median(Ours),9:0.0} {Peer.Min(),9:0.0} {Median(Peer),9:0.0} {Measure.Unit}  {Ratio,6:0.00}  {Measure.Goal,5:0.0}  {Words(Met)}");

    public string CsvLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"\"{Measure.Name}\",{Ours.Min():0.00},{Peer.Min():0.00},{Ratio:0.000},{Measure.Goal:0.0},{Words(Met)}");

    private static string Words(bool? met) => met switch { true => "yes", false => "no", null => "" };
}
