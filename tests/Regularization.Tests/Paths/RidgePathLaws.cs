using CsCheck;

namespace Regularization.Tests;

public class RidgePathLaws
{
    private static readonly Gen<double> Lambda = Gen.Double[0.01, 10];

    [Fact]
    public void Agrees_with_the_normal_equations() => Gen.Select(PathProblems.General, Lambda).Sample((problem, lambda) =>
    {
        var (x, y) = problem;
        var p = x.ColumnCount;
        var twin = (x.TransposeThisAndMultiply(x) + lambda * Matrix.Build.DenseIdentity(p)).Solve(x.TransposeThisAndMultiply(y));
        // λ ≥ 0.01 bounds the condition number by about 1e4, so the twin keeps 1e-12.
        return (RidgePath.Fit(x, y).At(lambda) - twin).InfinityNorm() <= 1e-10 * (1 + twin.InfinityNorm());
    });

    [Fact]
    public void Lambda_zero_is_the_least_squares_solution_of_least_norm() => PathProblems.Dependent.Sample((x, y) =>
    {
        var w = RidgePath.Fit(x, y).At(0);
        var gradient = x.TransposeThisAndMultiply(x * w - y);
        // Least norm: w has no part in the null space, so it is the limit of ridge for λ → 0.
        var nearZero = RidgePath.Fit(x, y).At(1e-9);
        return gradient.InfinityNorm() <= 1e-9 * (1 + x.FrobeniusNorm() * y.L2Norm()) && (w - nearZero).L2Norm() <= 1e-4 * (1 + w.L2Norm());
    });

    [Fact]
    public void Lambda_zero_of_a_wide_design_interpolates()
    {
        var random = new SeededRandom(3);
        var (x, y) = (SyntheticData.CorrelatedDesign(5, 12, 0.5, random), random.NextNormals(5));
        var w = RidgePath.Fit(x, y).At(0);
        Assert.Equal(0, (y - x * w).InfinityNorm(), 1e-12);
        // x⁺y = Xᵀ(XXᵀ)⁻¹y
        Assert.Equal(0, (w - x.Transpose() * (x * x.Transpose()).Solve(y)).InfinityNorm(), 1e-12);
    }

    [Fact]
    public void Degrees_of_freedom_are_the_trace_of_the_hat_matrix() => Gen.Select(PathProblems.General, Lambda).Sample((problem, lambda) =>
    {
        var (x, y) = problem;
        var p = x.ColumnCount;
        var hat = x * (x.TransposeThisAndMultiply(x) + lambda * Matrix.Build.DenseIdentity(p)).Inverse() * x.Transpose();
        return Math.Abs(RidgePath.Fit(x, y).DegreesOfFreedom(lambda) - hat.Trace()) <= 1e-10 * p;
    });

    [Fact]
    public void Every_direction_keeps_its_share_of_the_least_squares_solution() => Gen.Select(PathProblems.Tall, Lambda).Sample((problem, lambda) =>
    {
        var path = RidgePath.Fit(problem.X, problem.Y);
        var (full, shrunk) = (path.Directions.TransposeThisAndMultiply(path.At(0)), path.Directions.TransposeThisAndMultiply(path.At(lambda)));
        return (full.PointwiseMultiply(path.Shrinkage(lambda)) - shrunk).InfinityNorm() <= 1e-9 * (1 + full.InfinityNorm());
    });

    [Fact]
    public void Norm_falls_and_LambdaAt_finds_it() => Gen.Select(PathProblems.Tall, Lambda, Lambda).Sample((problem, a, b) =>
    {
        var path = RidgePath.Fit(problem.X, problem.Y);
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        return path.Radius(high) <= path.Radius(low) && Math.Abs(path.LambdaAt(path.Radius(a)) - a) <= 1e-7 * (1 + a);
    });

    [Fact]
    public void A_radius_that_least_squares_respects_has_multiplier_zero()
    {
        var path = RidgePath.Fit(DiabetesFile.Standardized.X, DiabetesFile.Standardized.Y);
        Assert.Equal(0, path.LambdaAt(path.Radius(0)));
        Assert.Equal(0, path.LambdaAt(1e5));
    }

    [Fact]
    public void The_rank_is_the_number_of_singular_values() => PathProblems.Tall.Sample((x, y) =>
        RidgePath.Fit(x.InsertColumn(0, x.Column(0)), y).SingularValues.Count == x.ColumnCount
        && Math.Abs(RidgePath.Fit(x.InsertColumn(0, x.Column(0)), y).DegreesOfFreedom(0) - x.ColumnCount) < 1e-12);

    [Fact]
    public void A_design_of_zeros_has_the_solution_zero()
    {
        var path = RidgePath.Fit(Matrix.Build.Dense(4, 2), Vector.Build.Dense(4, 1));
        Assert.Equal([0, 0], path.At(0));
        Assert.Equal(0, path.DegreesOfFreedom(0));
    }
}
