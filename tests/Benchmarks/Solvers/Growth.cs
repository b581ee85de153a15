using System.Globalization;
using System.Text;
using Regularization;

namespace Benchmarks;

/// <summary><c>compare growth</c>: our time against p and against n, with a log-log picture.</summary>
internal static class Growth
{
    private const double Left = 60, Top = 20, Width = 360, Height = 260;

    public static int Run(string[] options)
    {
        var series = new List<(string Name, List<(double Size, double Seconds)> Points)>
        {
            ("lasso, n = 200, p grows", Measure([100, 1000, 10_000, 100_000], p => Lasso(200, p))),
            ("lasso, p = 100, n grows", Measure([200, 2000, 20_000, 200_000], n => Lasso(n, 100))),
            ("ridge, n = 200, p grows", Measure([100, 1000, 10_000, 100_000], p => Ridge(200, p))),
            ("best subset k = 5, n = 500, p grows", Measure([25, 100, 400, 1600], p => Subset(500, p))),
        };
        foreach (var (name, points) in series)
            Console.WriteLine($"{name,-38} {string.Join("  ", points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Size:0}: {point.Seconds:0.0000} s")))}  slope {Slope(points):0.00}");
        if (SolverComparison.Option(options, "--csv") is { } csv)
            SolverComparison.Write(csv, series.SelectMany(s => s.Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"\"{s.Name}\",{p.Size},{p.Seconds:0.000000}"))).Prepend("series,size,seconds"));
        if (SolverComparison.Option(options, "--svg") is { } svg)
            SolverComparison.Write(svg, [Picture(series)]);
        return 0;
    }

    private static List<(double, double)> Measure(int[] sizes, Func<int, Action> prepare) => [.. sizes.Select(size =>
    {
        var work = prepare(size);
        return ((double)size, Clock.Time(() => { work(); return 0; }, atLeastSeconds: 0.5).Least);
    })];

    private static Action Lasso(int n, int p)
    {
        var data = SyntheticData.SparseLinear(n, p, 10, noise: 1, seed: 1, correlation: 0.5).Data;
        return () => LassoPath.Fit(data.X, data.Y, new LassoOptions { Threads = 1, Grid = LambdaGrid.Log(100, 1e-2) });
    }

    private static Action Ridge(int n, int p)
    {
        var data = SyntheticData.SparseLinear(n, p, 10, noise: 1, seed: 1, correlation: 0.5).Data;
        return () => _ = RidgePath.Fit(data.X, data.Y, new RidgeOptions { Threads = 1 }).Gcv;
    }

    private static Action Subset(int n, int p)
    {
        var data = SyntheticData.SparseLinear(n, p, 5, noise: 1, seed: 1, correlation: 0.5).Data;
        return () => BestSubset.Fit(data.X, data.Y, new SubsetOptions { Size = 5, Lambda = p > n ? 5 : 0, Threads = 1, TimeLimit = TimeSpan.FromSeconds(20) });
    }

    // Of the last two points: what the large sizes cost.
    private static double Slope(List<(double Size, double Seconds)> points) => Math.Log(points[^1].Seconds / points[^2].Seconds) / Math.Log(points[^1].Size / points[^2].Size);

    private static string Picture(List<(string Name, List<(double Size, double Seconds)> Points)> series)
    {
        string[] colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7"];
        double X(double size) => Left + Width * (Math.Log10(size) - 1) / 4.5;
        double Y(double seconds) => Top + Height * (1 - (Math.Log10(seconds) + 4) / 5.5);
        var svg = new StringBuilder();
        void Line(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-25 0 800 340\" font-family=\"sans-serif\" font-size=\"12\"><title>Seconds against the number of columns or rows, both axes logarithmic</title><rect x=\"-25\" width=\"800\" height=\"340\" fill=\"white\"/>");
        for (var e = 1; e <= 5; e++)
            Line($"<line x1=\"{X(Math.Pow(10, e)):0.#}\" x2=\"{X(Math.Pow(10, e)):0.#}\" y1=\"{Top}\" y2=\"{Top + Height}\" stroke=\"#ddd\"/><text x=\"{X(Math.Pow(10, e)):0.#}\" y=\"{Top + Height + 18}\" text-anchor=\"middle\">10<tspan dy=\"-5\" font-size=\"9\">{e}</tspan></text>");
        for (var e = -4; e <= 1; e++)
            Line($"<line x1=\"{Left}\" x2=\"{Left + Width}\" y1=\"{Y(Math.Pow(10, e)):0.#}\" y2=\"{Y(Math.Pow(10, e)):0.#}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(Math.Pow(10, e)) + 4:0.#}\" text-anchor=\"end\">{Math.Pow(10, e)} s</text>");
        Line($"<text x=\"{Left + Width / 2}\" y=\"{Top + Height + 44}\" text-anchor=\"middle\">columns p, or rows n</text>");
        foreach (var ((name, points), i) in series.Select((s, i) => (s, i)))
        {
            Line($"<polyline fill=\"none\" stroke=\"{colors[i]}\" stroke-width=\"2.5\" points=\"{string.Join(' ', points.Select(p => FormattableString.Invariant($"{X(p.Size):0.#},{Y(p.Seconds):0.#}")))}\"/>");
            foreach (var (size, seconds) in points)
                Line($"<circle cx=\"{X(size):0.#}\" cy=\"{Y(seconds):0.#}\" r=\"4\" fill=\"{colors[i]}\"/>");
            Line($"<rect x=\"440\" y=\"{40 + 24 * i}\" width=\"14\" height=\"4\" fill=\"{colors[i]}\"/><text x=\"460\" y=\"{46 + 24 * i}\">{name}, slope {Slope(points):0.0}</text>");
        }

        return svg.Append("</svg>").ToString();
    }
}
