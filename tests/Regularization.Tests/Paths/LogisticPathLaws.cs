using CsCheck;

namespace Regularization.Tests;

/// <summary>Logistic paths: optimal by conditions and by a slow twin, certified, and honest about classes that can be separated.</summary>
public class LogisticPathLaws
{
    private static readonly Gen<(Matrix X, Vector Y)> Problems =
        Gen.Select(Gen.Int[8, 40], Gen.Int[1, 9], Gen.ULong, Gen.OneOf(Gen.Const(0.0), Gen.Const(0.8))).Select((n, p, seed, rho) =>
        {
            var data = SyntheticData.SparseLogistic(n, p, Math.Min(2, p), seed, strength: 1, correlation: rho).Data;
            var y = data.Y.Clone();
            (y[0], y[1]) = (0, 1);
            return (data.X, y);
        });

    private static readonly Gen<LogisticOptions> Options =
        from intercept in Gen.Bool
        from scale in Gen.Enum<ColumnScale>()
        from ratio in Gen.OneOf(Gen.Const(1.0), Gen.Const(0.0), Gen.Double[0.1, 0.9])
        from positive in Gen.Bool
        from weighted in Gen.Bool
        select new LogisticOptions { Intercept = intercept, Scale = scale, L1Ratio = ratio, Positive = positive, PenaltyWeights = weighted ? [2, 0.5] : null };

    /// <summary>Too large a divergence would still be a valid certificate, and only a slower solver; this is what it must be.</summary>
    [Fact]
    public void The_divergence_is_that_of_Kullback_and_Leibler() => Gen.Select(Problems, Gen.ULong, Gen.Double[0.05, 0.999]).Sample((problem, seed, s) =>
    {
        var random = new SeededRandom(seed);
        double[] v = [.. Enumerable.Range(0, problem.Y.Count).Select(_ => 0.2 + random.NextUniform())];
        var z = random.NextNormals(problem.Y.Count).ToArray();
        var options = new LogisticOptions { SampleWeights = v };
        var logistic = new LogisticProblem(PreparedDesign.Of(problem.X, problem.Y, options), problem.Y.ToArray(), options);
        var slow = z.Select((score, i) =>
        {
            // q = y − s(y − σ): the dual point's probability of class 1.
            var sigma = 1 / (1 + Math.Exp(-score));
            var q = problem.Y[i] - s * (problem.Y[i] - sigma);
            return logistic.V[i] * (q * Math.Log(q / sigma) + (1 - q) * Math.Log((1 - q) / (1 - sigma)));
        }).Sum();
        Assert.Equal(slow, logistic.Divergence(z, s), 1e-9 * (1 + slow));
    });

    [Fact]
    public void Every_point_is_optimal_and_certified() => Gen.Select(Problems, Options).Sample((problem, options) =>
    {
        var (x, y) = problem;
        double[]? penalties = options.PenaltyWeights is null ? null : [.. Enumerable.Range(0, x.ColumnCount).Select(j => j % 2 == 0 ? 2 : 0.5)];
        options = options with { PenaltyWeights = penalties, Grid = LambdaGrid.Log(6, options.L1Ratio == 0 ? 1e-4 : 0.05) };
        var path = LogisticPath.Fit(x, y, options);
        Assert.NotEmpty(path.Points);
        var plain = new PlainProblem(x, y, options, penalties);
        Assert.All(path.Points, point =>
        {
            Assert.True(point.Converged, $"gap {point.DualityGap} of {point.Objective}");
            Assert.InRange(point.DualityGap, 0, 1e-9 * point.Objective);
            var (l1, l2, w) = (point.Lambda * options.L1Ratio, point.Lambda * (1 - options.L1Ratio), point.W);
            var scores = x * w + point.Intercept;
            var loss = scores.Zip(y, (z, c) => Logistic.LogOnePlusExp(c == 1 ? -z : z)).Sum();
            var prepared = plain.Prepared(point);
            double C(int j) => penalties?[j] ?? 1;
            var penalty = Enumerable.Range(0, w.Count).Sum(j => C(j) * (l1 * Math.Abs(prepared[j]) + l2 * prepared[j] * prepared[j] / 2));
            Assert.Equal(2 * loss, point.Deviance, 1e-9 * (1 + loss));
            Assert.Equal(loss + penalty, point.Objective, 1e-9 * (1 + loss));
            // The conditions, to the root of what the gap allows.
            var residual = y - scores.Map(Logistic.Sigmoid, MathNet.Numerics.LinearAlgebra.Zeros.Include);
            var off = 2e-4 * (1 + point.Objective);
            if (options.Intercept)
                Assert.Equal(0, residual.Sum(), off);
            for (var j = 0; j < w.Count; j++)
            {
                if (plain.Scales[j] == 0)
                    continue;
                var slope = (x.Column(j) - plain.Means[j]) * residual / plain.Scales[j] - l2 * C(j) * prepared[j];
                if (w[j] != 0)
                    Assert.Equal(l1 * C(j) * Math.Sign(w[j]), slope, off);
                else
                    Assert.True((options.Positive ? slope : Math.Abs(slope)) <= l1 * C(j) + off);
                Assert.True(!options.Positive || w[j] >= 0);
            }
        });
    }, iter: 60);

    [Fact]
    public void It_agrees_with_the_teaching_solver() => Problems.Sample((x, y) =>
    {
        var path = LogisticPath.Fit(x, y, new LogisticOptions { Intercept = false, Scale = ColumnScale.None, Grid = LambdaGrid.Log(3, 0.2) });
        return path.Points.All(point =>
        {
            var slow = new Fista().Solve(new Problem(new LogisticLoss(x, y), new L1Penalty(point.Lambda)), tolerance: 1e-9, maxIterations: 100_000);
            return Math.Abs(slow.Value - point.Objective) <= 1e-8 * slow.Value && point.DualityGap + 1e-12 >= point.Objective - slow.Value;
        });
    }, iter: 20);

    [Fact]
    public void A_row_of_weight_2_is_the_row_twice() => Problems.Sample((x, y) =>
    {
        double[] twice = [.. Enumerable.Range(0, x.RowCount).Select(i => i % 3 == 0 ? 2.0 : 1.0)];
        int[] rows = [.. Enumerable.Range(0, x.RowCount).SelectMany(i => Enumerable.Repeat(i, (int)twice[i]))];
        var (longX, longY) = (Matrix.Build.DenseOfRowVectors(rows.Select(x.Row)), Vector.Build.DenseOfEnumerable(rows.Select(i => y[i])));
        return new[] { 1, 0.5, 0 }.All(ratio =>
        {
            var options = new LogisticOptions { L1Ratio = ratio, Grid = LambdaGrid.Of(2, 0.7) };
            var (weighted, longer) = (LogisticPath.Fit(x, y, options with { SampleWeights = twice }), LogisticPath.Fit(longX, longY, options));
            return weighted.Points.Zip(longer.Points).All(pair => Math.Abs(pair.First.Objective - pair.Second.Objective) <= 1e-8 * pair.Second.Objective
                && Math.Abs(pair.First.DegreesOfFreedom - pair.Second.DegreesOfFreedom) <= 1e-3);
        });
    }, iter: 25);

    [Fact]
    public void More_columns_than_rows_take_the_short_way_and_find_the_same() => Gen.ULong.Sample(seed =>
    {
        var data = SyntheticData.SparseLogistic(20, 45, 3, seed).Data;
        var y = data.Y.Clone();
        (y[0], y[1]) = (0, 1);
        var options = new LogisticOptions { L1Ratio = 0, Grid = LambdaGrid.Of(50, 3) };
        var wide = LogisticPath.Fit(data.X, y, options);
        var columnwise = LogisticPath.Fit(data.X, y, options with { PenaltyWeights = [.. Enumerable.Repeat(1.0, 45)] });
        Assert.All(wide.Points.Zip(columnwise.Points), pair =>
        {
            Assert.True(pair.First.Converged && pair.Second.Converged);
            Assert.Equal(0, (pair.First.W - pair.Second.W).InfinityNorm(), 1e-5);
            Assert.Equal(pair.Second.DegreesOfFreedom, pair.First.DegreesOfFreedom, 1e-4);
        });
    }, iter: 10);

    [Fact]
    public void Classes_that_can_be_separated_end_the_path_and_are_reported()
    {
        var x = Matrix.Build.DenseOfArray(new double[,] { { -2, 1 }, { -1, 0 }, { -1.5, 3 }, { 1, 1 }, { 2, 0 }, { 1.2, 2 } });
        var y = Vector.Build.Dense([0.0, 0, 0, 1, 1, 1]);
        foreach (var ratio in new[] { 1.0, 0.5, 0 })
        {
            var path = LogisticPath.Fit(x, y, new LogisticOptions { L1Ratio = ratio, Grid = LambdaGrid.Log(80, 1e-14) });
            Assert.True(path.IsSeparated && path.EndedEarly);
            Assert.InRange(path.Points.Count, 5, 79);
            Assert.All(path.Points, point => Assert.True(point.Converged && double.IsFinite(point.W.L2Norm())));
        }

        var mixed = LogisticPath.Fit(x, Vector.Build.Dense([0.0, 1, 0, 1, 0, 1]), new LogisticOptions());
        Assert.False(mixed.IsSeparated || mixed.EndedEarly);
    }

    [Fact]
    public void Unpenalized_columns_are_fitted_and_infinite_weights_left_out()
    {
        var data = SyntheticData.SparseLogistic(60, 5, 2, 3).Data;
        var path = LogisticPath.Fit(data, new LogisticOptions { PenaltyWeights = [0, 1, 1, 1, double.PositiveInfinity] });
        Assert.All(path.Points, point => Assert.True(point.Converged && point.Support.Contains(0) && !point.Support.Contains(4)));
        Assert.Equal([0], path.Points[0].Support);
    }

    [Fact]
    public void Predictions_are_probabilities()
    {
        var data = SyntheticData.SparseLogistic(80, 4, 2, 5).Data;
        var path = LogisticPath.Fit(data, new LogisticOptions { Grid = LambdaGrid.Of(5, 1) });
        var probabilities = path.Probabilities(data.X, 1);
        Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
        // With an unpenalized intercept the mean probability is the share of ones.
        Assert.Equal(data.Y.Average(), probabilities.Average(), 1e-6);
        Assert.Equal(probabilities.Map(p => p >= 0.5 ? 1.0 : 0), path.Classes(data.X, 1));
        Assert.Equal(-2 * 80 * (data.Y.Average() * Math.Log(data.Y.Average()) + (1 - data.Y.Average()) * Math.Log(1 - data.Y.Average())), path.NullDeviance, 1e-9 * path.NullDeviance);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        var data = SyntheticData.SparseLogistic(20, 3, 1, 5).Data;
        Says("y[0] is 2; expected 0 or 1", () => LogisticPath.Fit(data.X, Vector.Build.Dense(20, 2)));
        Says("expected both classes", () => LogisticPath.Fit(data.X, Vector.Build.Dense(20, 1)));
        Says("L1Ratio is 2", () => LogisticPath.Fit(data.X, data.Y, new LogisticOptions { L1Ratio = 2 }));
        Says("expected λ > 0", () => LogisticPath.Fit(data.X, data.Y, new LogisticOptions { Grid = LambdaGrid.Of(1, 0) }));
        Says("y has 3 entries; expected 20", () => LogisticPath.Fit(data.X, data.Y.SubVector(0, 3)));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => LogisticPath.Fit(data.X, data.Y, new LogisticOptions { Cancellation = source.Token }));
    }

    private static void Says(string part, Func<object> call) => Assert.Contains(part, Assert.ThrowsAny<Exception>(call).Message, StringComparison.Ordinal);
}
