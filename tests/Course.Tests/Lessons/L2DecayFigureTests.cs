using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>The figures of L2 decay say and draw what the library computes. Numbers of the diabetes data: the recorded ones of the ridge path.</summary>
public sealed class L2DecayFigureTests
{
    private static readonly Matrix<double> X = Matrix<double>.Build.DenseOfArray(new double[,] { { 2, 1 }, { 1, 2 } });
    private static readonly Standardization Diabetes = Standardization.Fit(Datasets.Diabetes());
    private static readonly RidgePath Path = RidgePath.Fit(Diabetes.X, Diabetes.Y);

    [Fact]
    public void The_walks_end_at_least_squares_and_at_ridge()
    {
        var figure = L2Decay.TrajectoryFigure(X, V(9, 6), 0.1, 60);
        Says(figure, "minimum (4, 1)", "For λ = 1 this is (3, 1.5), of length 3.354 instead of 4.123; the second weight is 1.5 instead of 1.");
        Assert.Equal((4, 1), (Math.Round(Last(figure, "walk without decay").X, 1), Math.Round(Last(figure, "walk without decay").Y, 1)));
        Assert.Equal((3, 1.5), (Math.Round(Last(figure, "walk with decay").X, 3), Math.Round(Last(figure, "walk with decay").Y, 3)));
    }

    [Fact]
    public void The_rates_fall_stay_and_grow() =>
        Says(L2Decay.RateFigure(X, V(9, 6), 1, [0.1, 0.19, 0.2, 0.21], 60), "limit for η is 0.2", "η = 0.2 it goes from 3.35 to 3.18", "η = 0.21 it goes from 3.35 to 969");

    [Fact]
    public void The_shrinkage_figure_has_the_recorded_numbers() =>
        Says(L2Decay.ShrinkageFigure(Path), "4.0242", "0.0086", "9.248 at λ = 0.01", "7.642 at 0.1", "3.942 at 1", "0.832 at 10");

    [Fact]
    public void The_paths_say_what_is_zero_and_what_crosses()
    {
        var names = Datasets.Diabetes().Names;
        Says(L2Decay.RidgePathFigure(Path, names), "10 features", "these cross zero on the way: age, sex, s1, s2 (2 times), s3");
        Says(L2Decay.LassoPathFigure(LassoPath.Fit(Diabetes.X, Diabetes.Y), names), "12 knots", "bmi first");
    }

    [Fact]
    public void The_circle_touches_on_the_axis_at_λ_1_and_not_at_all_around_least_squares() =>
        Says(L2Decay.CircleFigure(X, V(12, 3)), "least squares (7, -2)", "radius 4.5 at (4.5, 0) (λ = 1)", "radius 8 contains least squares: no contact, λ = 0");

    [Fact]
    public void The_scales_have_their_recorded_ends()
    {
        Says(L2Decay.RadiusFigure(Path), "1377.84", "987.63 at λ = 0.01", "799.54 at λ = 0.1", "511.6 at λ = 1", "145.48 at λ = 10");
        Says(L2Decay.UnsquaredFigure(Path, Diabetes.X.TransposeThisAndMultiply(Diabetes.Y).L2Norm()), "1955.45", "511.6 at λ = 1");
    }

    [Fact]
    public void The_optimizers_agree_and_disagree() =>
        Says(L2Decay.OptimizerFigure(X, V(9, 6), 1, 0.05, 1000), "end at (3, 1.5)", "Adam with the L2 penalty ends at (3, 1.5)", "AdamW at (0.982, 0.977)");

    [Fact]
    public void The_bands_are_where_the_lasso_is_zero_and_the_lines_where_ridge_is()
    {
        var figure = L2Decay.ZeroSetFigure(X, 1);
        var random = new SeededRandom(5);
        for (var i = 0; i < 300; i++)
        {
            var y = V(-15 + 30 * random.NextUniform(), -15 + 30 * random.NextUniform());
            var w = LassoPath.Fit(X, y) is var path && path.LambdaMax > 1 ? path.At(1) : V(0, 0);
            Assert.Equal(w[1] == 0, Inside(Points(figure, "lasso: w₂ = 0"), (y[0], y[1])));
            Assert.Equal(w[0] == 0, Inside(Points(figure, "lasso: w₁ = 0"), (y[0], y[1])));
        }

        foreach (var (name, k) in new[] { ("ridge: w₁ = 0", 0), ("ridge: w₂ = 0", 1) })
        {
            var (y1, y2) = Points(figure, name)[0];
            var w = RidgePath.Fit(X, V(y1, y2)).At(1);
            Assert.True(Math.Abs(w[k]) < 1e-4 * w.L2Norm()); // the figure has its numbers to six digits
        }
    }

    private static Vector<double> V(params double[] entries) => Vector<double>.Build.Dense(entries);

    private static void Says(Figure figure, params string[] parts) => Assert.All(parts, p => Assert.Contains(p, figure.Description, StringComparison.Ordinal));

    private static (double X, double Y)[] Points(Figure figure, string layer)
    {
        using var json = JsonDocument.Parse(figure.PlotlyJson);
        var trace = json.RootElement.GetProperty("data").EnumerateArray().Single(t => t.TryGetProperty("name", out var name) && name.GetString() == layer);
        double[] Numbers(string axis) => [.. trace.GetProperty(axis).EnumerateArray().Select(v => v.GetDouble())];
        return [.. Numbers("x").Zip(Numbers("y"))];
    }

    private static (double X, double Y) Last(Figure figure, string layer) => Points(figure, layer)[^1];

    /// <summary>Ray casting: inside a polygon if a ray crosses its sides an odd number of times.</summary>
    private static bool Inside((double X, double Y)[] polygon, (double X, double Y) p)
    {
        var inside = false;
        for (var (i, j) = (0, polygon.Length - 1); i < polygon.Length; j = i++)
        {
            var (a, b) = (polygon[i], polygon[j]);
            if ((a.Y > p.Y) != (b.Y > p.Y) && p.X < (b.X - a.X) * (p.Y - a.Y) / (b.Y - a.Y) + a.X)
                inside = !inside;
        }

        return inside;
    }
}
