using CsCheck;

namespace Regularization.Tests;

public class LassoPathLaws
{
    // Every quantity below is a few dozen operations away from the data, which are of order one: 1e-9 of the scale leaves
    // room for the condition number of correlated columns and none for a wrong formula.
    private const double Relative = 1e-9;

    private static readonly Gen<double> Share = Gen.Double[0, 1];

    [Fact]
    public void Knots_are_optimal() => PathProblems.General.Sample((x, y) =>
    {
        var path = LassoPath.Fit(x, y);
        return path.Knots.Append(path.End).All(knot => IsOptimal(x, y, knot.W, knot.Lambda, path.LambdaMax));
    });

    [Fact]
    public void Between_knots_the_straight_line_is_optimal() => Gen.Select(PathProblems.General, Share).Sample((problem, share) =>
    {
        var (x, y) = problem;
        var path = LassoPath.Fit(x, y);
        var lambda = share * path.LambdaMax;
        return IsOptimal(x, y, path.At(lambda), lambda, path.LambdaMax);
    });

    [Fact]
    public void Dependent_columns_still_give_an_optimal_path() => Gen.Select(PathProblems.Dependent, Share).Sample((problem, share) =>
    {
        var (x, y) = problem;
        var path = LassoPath.Fit(x, y);
        var lambda = share * path.LambdaMax;
        return IsOptimal(x, y, path.At(lambda), lambda, path.LambdaMax);
    });

    [Fact]
    public void Agrees_with_coordinate_descent() => Gen.Select(PathProblems.Tall, Gen.Double[0.01, 0.99]).Sample((problem, share) =>
    {
        var (x, y) = problem;
        var path = LassoPath.Fit(x, y);
        var lambda = share * path.LambdaMax;
        // The twin stops when steps are below 1e-14; its distance from the solution is a condition number larger.
        return (path.At(lambda) - PathProblems.CoordinateDescent(x, y, lambda)).InfinityNorm() <= 1e-8 * (1 + path.At(lambda).InfinityNorm());
    });

    [Fact]
    public void Knots_fall_and_norms_rise() => PathProblems.General.Sample((x, y) =>
    {
        var path = LassoPath.Fit(x, y);
        LassoKnot[] points = [.. path.Knots, path.End];
        return points.Zip(points.Skip(1)).All(pair => pair.First.Lambda >= pair.Second.Lambda && pair.First.L1Norm <= pair.Second.L1Norm * (1 + Relative))
            && points.All(point => Math.Abs(point.L1Norm - point.W.L1Norm()) <= 0);
    });

    [Fact]
    public void Every_knot_changes_the_support_by_its_column() => PathProblems.Tall.Sample((x, y) =>
    {
        var path = LassoPath.Fit(x, y);
        LassoKnot[] points = [.. path.Knots, path.End];
        return Enumerable.Range(0, points.Length - 1).All(i =>
        {
            var column = points[i].Entering ?? points[i].Leaving!.Value;
            var middle = path.At((points[i].Lambda + points[i + 1].Lambda) / 2);
            return points[i].W[column] == 0 && (middle[column] != 0) == points[i].Entering.HasValue;
        });
    });

    [Fact]
    public void Is_continuous_at_its_knots() => PathProblems.General.Sample((x, y) =>
    {
        var path = LassoPath.Fit(x, y);
        // Knots closer than a rounding error have no room on either side.
        return path.Knots.All(knot =>
            (path.At(knot.Lambda * (1 - 1e-13)) - knot.W).InfinityNorm() <= 1e-6 * (1 + path.End.W.InfinityNorm()) &&
            (path.At(knot.Lambda * (1 + 1e-13)) - knot.W).InfinityNorm() <= 1e-6 * (1 + path.End.W.InfinityNorm()));
    });

    [Fact]
    public void Radius_and_LambdaAt_are_inverse() => Gen.Select(PathProblems.Tall, Share).Sample((problem, share) =>
    {
        var path = LassoPath.Fit(problem.X, problem.Y);
        var lambda = share * path.LambdaMax;
        return Math.Abs(path.LambdaAt(path.Radius(lambda)) - lambda) <= 1e-7 * path.LambdaMax
            && Math.Abs(path.Radius(path.LambdaAt(share * path.End.L1Norm)) - share * path.End.L1Norm) <= Relative * path.End.L1Norm;
    });

    [Fact]
    public void Scaling_X_and_y_by_c_keeps_w_and_scales_lambda_by_c_squared() => Gen.Select(PathProblems.Tall, Gen.Double[0.1, 10], Share).Sample((problem, c, share) =>
    {
        var (x, y) = problem;
        var (path, scaled) = (LassoPath.Fit(x, y), LassoPath.Fit(c * x, c * y));
        var lambda = share * path.LambdaMax;
        return Near(path.At(lambda), scaled.At(c * c * lambda), path);
    });

    [Fact]
    public void Permuted_columns_give_the_permuted_path() => Gen.Select(PathProblems.Tall, Gen.ULong, Share).Sample((problem, seed, share) =>
    {
        var (x, y) = problem;
        var order = new SeededRandom(seed).NextPermutation(x.ColumnCount);
        var (path, permuted) = (LassoPath.Fit(x, y), LassoPath.Fit(Matrix.Build.DenseOfColumnVectors(order.Select(x.Column)), y));
        var (w, v) = (path.At(share * path.LambdaMax), permuted.At(share * path.LambdaMax));
        return Near(Vector.Build.Dense(order.Length, i => w[order[i]]), v, path)
            && permuted.Knots.Select(knot => order[knot.Entering ?? knot.Leaving!.Value]).SequenceEqual(path.Knots.Select(knot => knot.Entering ?? knot.Leaving!.Value));
    });

    [Fact]
    public void A_column_with_its_sign_flipped_flips_its_weight() => Gen.Select(PathProblems.Tall, Share).Sample((problem, share) =>
    {
        var (x, y) = problem;
        var flip = Vector.Build.Dense(x.ColumnCount, j => j % 2 == 0 ? -1 : 1);
        var (path, flipped) = (LassoPath.Fit(x, y), LassoPath.Fit(x * Matrix.Build.DenseOfDiagonalVector(flip), y));
        return Near(path.At(share * path.LambdaMax).PointwiseMultiply(flip), flipped.At(share * path.LambdaMax), path);
    });

    [Fact]
    public void An_orthonormal_design_is_soft_thresholding() => Gen.Select(Gen.Int[1, 6], Gen.ULong, Share).Sample((p, seed, share) =>
    {
        var random = new SeededRandom(seed);
        var x = SyntheticData.OrthonormalDesign(p + 3, p, random);
        var y = random.NextNormals(p + 3);
        var path = LassoPath.Fit(x, y);
        var lambda = share * path.LambdaMax;
        var soft = x.TransposeThisAndMultiply(y).Map(z => Math.Sign(z) * Math.Max(Math.Abs(z) - lambda, 0));
        return (path.At(lambda) - soft).InfinityNorm() <= 1e-12;
    });

    [Fact]
    public void From_lambda_max_on_everything_is_zero()
    {
        var path = LassoPath.Fit(DiabetesFile.Standardized.X, DiabetesFile.Standardized.Y);
        Assert.All(path.At(path.LambdaMax), weight => Assert.Equal(0, weight));
        Assert.All(path.At(2 * path.LambdaMax), weight => Assert.Equal(0, weight));
        Assert.Equal(0, path.LambdaAt(path.End.L1Norm));
        Assert.Equal(0, path.LambdaAt(1e6));
        Assert.Equal(path.LambdaMax, path.LambdaAt(0));
    }

    [Fact]
    public void A_zero_response_has_a_path_without_knots()
    {
        var path = LassoPath.Fit(Matrix.Build.DenseIdentity(3), Vector.Build.Dense(3));
        Assert.Empty(path.Knots);
        Assert.Equal(0, path.LambdaMax);
        Assert.Equal(0, path.At(1).L1Norm());
        Assert.Equal(0, path.LambdaAt(0));
    }

    [Fact]
    public void Ties_are_followed_one_after_the_other()
    {
        // Two columns reach the bound at the same λ = 2.
        var path = LassoPath.Fit(Matrix.Build.DenseIdentity(3), Vector.Build.DenseOfArray([2, -2, 1]));
        Assert.Equal([2, 2, 1], path.Knots.Select(knot => knot.Lambda));
        // A triangular solve and a product: a few units in the last place.
        Assert.Equal(0, (path.At(1) - Vector.Build.DenseOfArray([1, -1, 0])).InfinityNorm(), 1e-14);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        var (x, y) = (Matrix.Build.DenseIdentity(3), Vector.Build.Dense(3, 1));
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => LassoPath.Fit(x, Vector.Build.Dense(2))).ParamName);
        Assert.Equal("lambda", Assert.Throws<ArgumentOutOfRangeException>(() => LassoPath.Fit(x, y).At(-1)).ParamName);
        Assert.Equal("radius", Assert.Throws<ArgumentOutOfRangeException>(() => LassoPath.Fit(x, y).LambdaAt(double.NaN)).ParamName);
    }

    private static bool IsOptimal(Matrix x, Vector y, Vector w, double lambda, double lambdaMax) =>
        PathProblems.LassoViolation(x, y, w, lambda) <= Relative * lambdaMax;

    private static bool Near(Vector a, Vector b, LassoPath path) => (a - b).InfinityNorm() <= 1e-8 * (1 + path.End.W.InfinityNorm());
}
