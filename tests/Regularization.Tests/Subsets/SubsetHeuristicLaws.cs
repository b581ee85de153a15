using CsCheck;

namespace Regularization.Tests;

public class SubsetHeuristicLaws
{
    public static readonly TheoryData<string> All = ["forward", "omp", "swaps", "splicing", "iht"];

    private static SubsetPath Fit(string name, Matrix x, Vector y, SubsetOptions options) => name switch
    {
        "forward" => ForwardStepwise.Fit(x, y, options),
        "omp" => OrthogonalMatchingPursuit.Fit(x, y, options),
        "swaps" => SwapSearch.Fit(x, y, options),
        "splicing" => Splicing.Fit(x, y, options),
        _ => IterativeHardThresholding.Fit(x, y, options),
    };

    [Theory, MemberData(nameof(All))]
    public void Never_better_than_the_best_and_never_called_optimal(string name) => Gen.Select(SubsetProblems.Any, SubsetProblems.Options).Sample((problem, options) =>
    {
        var (x, y) = problem;
        options = options with { MaxSize = x.ColumnCount };
        var scale = 1e-9 * SlowSubsets.Empty(x, y, options) + 1e-300;
        return Fit(name, x, y, options).Points.Zip(BestSubset.Fit(x, y, options).Points).All(pair =>
            pair.First.Objective >= pair.Second.Objective - scale && !pair.First.IsOptimal && pair.First.Bound == 0 && pair.First.Support.Count <= pair.First.Size
            && Math.Abs(pair.First.Objective - SlowSubsets.Objective(x, y, options, pair.First.Support)) <= scale);
    }, iter: 60);

    [Theory, MemberData(nameof(All))]
    public void On_an_orthonormal_design_all_are_exact(string name) => Gen.Select(Gen.Int[1, 20], Gen.ULong).Sample((p, seed) =>
    {
        var random = new SeededRandom(seed);
        var x = SyntheticData.OrthonormalDesign(p + 3, p, random);
        var options = new SubsetOptions { Intercept = false, MaxSize = p };
        var y = random.NextNormals(p + 3);
        return Fit(name, x, y, options).Points.Zip(BestSubset.Fit(x, y, options).Points).All(pair => pair.First.Support.SequenceEqual(pair.Second.Support));
    }, iter: 40);

    [Theory, MemberData(nameof(All))]
    public void A_strong_signal_in_independent_columns_is_found(string name)
    {
        var problem = SyntheticData.SparseLinear(200, 50, 6, 0.1, 5);
        Assert.Equal(problem.Support, Fit(name, problem.Data.X, problem.Data.Y, new SubsetOptions { Size = 6 })[6].Support);
    }

    [Fact]
    public void Forward_stepwise_adds_the_column_that_helps_most() => Gen.Select(SubsetProblems.Tall, Gen.Double[0, 1]).Sample((problem, lambda) =>
    {
        var (x, y) = problem;
        var options = new SubsetOptions { MaxSize = 5, Lambda = lambda };
        var points = ForwardStepwise.Fit(x, y, options).Points;
        return points.Zip(points.Skip(1)).All(pair =>
        {
            var candidates = Enumerable.Range(0, x.ColumnCount).Except(pair.First.Support);
            var best = candidates.Min(j => SlowSubsets.Objective(x, y, options, [.. pair.First.Support, j]));
            return pair.First.Support.All(pair.Second.Support.Contains) && Math.Abs(pair.Second.Objective - best) <= 1e-9 * best;
        });
    }, iter: 40);

    [Fact]
    public void Matching_pursuit_adds_the_column_most_correlated_with_the_residual() => SubsetProblems.Tall.Sample((x, y) =>
    {
        var standardized = Standardization.Fit(x, y);
        var points = OrthogonalMatchingPursuit.Fit(x, y, new SubsetOptions { MaxSize = 5 }).Points;
        return points.Zip(points.Skip(1)).All(pair =>
        {
            var correlation = standardized.X.TransposeThisAndMultiply(y - pair.First.Model.Predict(x));
            var added = pair.Second.Support.Except(pair.First.Support).Single();
            return Math.Abs(Math.Abs(correlation[added]) - correlation.InfinityNorm()) <= 1e-9 * correlation.InfinityNorm();
        });
    }, iter: 40);

    [Fact]
    public void Forward_stepwise_and_matching_pursuit_can_differ()
    {
        // After column 0 the residual is (0, 0.14, 0.1): column 2 is parallel to one part of it, but what is left of column 1 without column 0
        // is parallel to the larger part.
        var x = Matrix.Build.DenseOfArray(new[,] { { 1, 1, 0 }, { 0, 0.1, 0 }, { 0, 0, 1.0 } });
        var y = Vector.Build.DenseOfArray([3, 0.14, 0.1]);
        var options = new SubsetOptions { Intercept = false, Size = 2 };
        Assert.Equal([0, 2], OrthogonalMatchingPursuit.Fit(x, y, options)[2].Support);
        Assert.Equal([0, 1], ForwardStepwise.Fit(x, y, options)[2].Support);
    }

    [Fact]
    public void After_swaps_no_exchange_of_one_column_helps() => Gen.Select(SubsetProblems.Tall, Gen.Double[0, 1]).Sample((problem, lambda) =>
    {
        var (x, y) = problem;
        var options = new SubsetOptions { Size = 4, Lambda = lambda };
        var point = SwapSearch.Fit(x, y, options)[4];
        var neighbors = from gone in point.Support
                        from come in Enumerable.Range(0, x.ColumnCount).Except(point.Support)
                        select SlowSubsets.Objective(x, y, options, [.. point.Support.Where(j => j != gone), come]);
        return point.Objective <= ForwardStepwise.Fit(x, y, options)[4].Objective * (1 + 1e-12) && neighbors.All(other => other >= point.Objective * (1 - 1e-9));
    }, iter: 40);

    [Fact]
    public void Hard_thresholding_stops_where_it_does_not_move() => SubsetProblems.Tall.Sample((x, y) =>
    {
        // A fixed point of w ← H_k(w + Xᵀr/L): no gradient outside the support is larger than L times the smallest weight inside.
        var point = IterativeHardThresholding.Fit(x, y, new SubsetOptions { Size = 4 })[4];
        var standardized = Standardization.Fit(x, y);
        var gradient = standardized.X.TransposeThisAndMultiply(y - point.Model.Predict(x));
        var smallest = point.Support.Min(j => Math.Abs(point.W[j] * standardized.Scales[j]));
        var largest = Enumerable.Range(0, x.ColumnCount).Except(point.Support).Max(j => Math.Abs(gradient[j]));
        var lipschitz = standardized.X.L2Norm() * standardized.X.L2Norm();
        return point.Support.Count == 4 && largest <= 1.06 * lipschitz * smallest * (1 + 1e-4) + 1e-6;
    }, iter: 40);
}
