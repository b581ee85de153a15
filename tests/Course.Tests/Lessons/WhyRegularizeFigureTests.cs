using MathNet.Numerics.LinearAlgebra;
using Regularization;
using Regularization.Course;

namespace CourseTests.Lessons;

/// <summary>The figures of Why regularize? say what was computed outside (NumPy 1.24: SVD of the standardized powers, sums written out).</summary>
public sealed class WhyRegularizeFigureTests
{
    private static readonly Vector<double> Positions = Vector<double>.Build.Dense(12, i => -1 + 2 * i / 11.0);

    private static double Truth(double q) => Math.Sin(3 * q);

    [Fact]
    public void The_fits_go_through_everything_at_degree_11() =>
        Says(WhyRegularize.FitsFigure(Positions, Positions.Map(Truth) + 0.3 * new SeededRandom(4).NextNormals(12), Truth), "12 noisy measurements", "and 0 at degree 11");

    [Fact]
    public void The_errors_by_degree_are_the_recorded_ones()
    {
        var figure = WhyRegularize.DegreeFigure(Positions, Truth, 0.3);
        Says(figure, "from 0.292 to 0", "smallest at degree 3 (0.1196)", "rises to 3.143 at degree 11");
        Assert.Equal(0.4202, (double)figure.Table.Rows[9][2]!, 5e-5);
        Assert.Equal(0.0577, (double)figure.Table.Rows[6][4]!, 5e-5);
        Assert.Equal(0.1825, (double)figure.Table.Rows[1][3]!, 5e-5);
    }

    [Fact]
    public void The_spread_grows_with_the_degree() => Says(WhyRegularize.SpreadFigure(Positions, Truth, 0.3), "from 0.0139 over 0.0254 to 3.053");

    [Fact]
    public void The_errors_over_λ_are_the_recorded_ones()
    {
        var figure = WhyRegularize.StrengthFigure(Positions, Truth, 0.3);
        Says(figure, "from 3.143 without a penalty to 0.133 near λ = 0.006", "rises again");
        Assert.Equal(0.7677, (double)figure.Table.Rows[1][2]!, 5e-5);
        Assert.Equal(0.4959, (double)figure.Table.Rows[10][1]!, 5e-5);
        Says(WhyRegularize.StrengthSpreadFigure(Positions, Truth, 0.3), "λ = 0.01");
    }

    [Fact]
    public void The_best_factor_and_the_promise_are_marked()
    {
        Says(WhyRegularize.ShrinkFigure(2, 1), "κ = 0.8, where it is 0.8 instead of 1");
        Says(WhyRegularize.RiskFigure([3, 1], [5 / Math.Sqrt(2), 3 / Math.Sqrt(2)], 1), "starts at 1.111", "up to λ = 0.16");
    }

    private static void Says(Figure figure, params string[] parts) => Assert.All(parts, p => Assert.Contains(p, figure.Description, StringComparison.Ordinal));
}
