using CsCheck;

namespace Regularization.Tests;

/// <summary>Ridge on a grid: the normal equations, the traces and the left-out rows, each from scratch.</summary>
public class RidgeGridLaws
{
    private static readonly Gen<(Matrix X, Vector Y)> AnyProblem = Gen.OneOf(PathProblems.General, PathProblems.Dependent);

    private static readonly Gen<RidgeOptions> Options =
        from intercept in Gen.Bool
        from scale in Gen.Enum<ColumnScale>()
        select new RidgeOptions { Intercept = intercept, Scale = scale, Grid = LambdaGrid.Of(100, 3, 0.1, 1e-3, 1e-9) };

    [Fact]
    public void Every_point_solves_the_normal_equations_and_df_is_the_trace() => Gen.Select(AnyProblem, Options).Sample((problem, options) =>
    {
        var (x, y) = problem;
        var plain = new PlainProblem(x, y, options);
        var gram = plain.X.TransposeThisAndMultiply(plain.X);
        var largest = 1 + gram.FrobeniusNorm();
        return RidgePath.Fit(x, y, options).Points.All(point =>
        {
            var w = plain.Prepared(point);
            var identity = Matrix.Build.DenseIdentity(x.ColumnCount);
            var gradient = plain.X.TransposeThisAndMultiply(plain.Y - plain.X * w) - point.Lambda * w;
            // The trace by a general inverse, which loses digits like the condition number.
            var trace = ((gram + point.Lambda * identity).Inverse() * gram).Trace();
            var r = plain.Y - plain.X * w;
            return gradient.L2Norm() <= 1e-9 * largest * (1 + plain.Y.L2Norm())
                && Math.Abs(trace - point.DegreesOfFreedom) <= 1e-4 + 1e-15 * largest / point.Lambda
                && Math.Abs(r * r - point.Deviance) <= 1e-9 * (1 + plain.Y * plain.Y)
                && Math.Abs(point.DualityGap - gradient * gradient / (2 * point.Lambda)) <= 1e-6 * (1 + plain.Y * plain.Y)
                && Math.Abs((y - point.Model.Predict(x)) * Vector.Build.Dense(y.Count, 1)) * (options.Intercept ? 1 : 0) <= 1e-9 * y.Count * (1 + y.L2Norm());
        });
    });

    [Fact]
    public void Leaving_one_out_is_fitting_to_the_others() => Gen.Select(PathProblems.General.Where(problem => problem.Item1.RowCount > 2), Gen.Bool).Sample((problem, intercept) =>
    {
        var (x, y) = problem;
        var options = new RidgeOptions { Intercept = intercept, Scale = ColumnScale.None, Grid = LambdaGrid.Of(5, 0.5, 0.05) };
        var fast = RidgePath.Fit(x, y, options).LeaveOneOut;
        for (var k = 0; k < 3; k++)
        {
            var lambda = new[] { 5, 0.5, 0.05 }[k];
            var slow = Enumerable.Range(0, x.RowCount).Average(i =>
            {
                // All centered at the mean of the others, lengths as given: the same problem without row i.
                var model = RidgePath.Fit(x.RemoveRow(i), Vector.Build.DenseOfEnumerable(y.Where((_, r) => r != i)), options with { Grid = LambdaGrid.Of(lambda) }).Points[0].Model;
                return Math.Pow(y[i] - model.Intercept - x.Row(i) * model.W, 2);
            });
            if (Math.Abs(slow - fast[k]) > 1e-7 * (1 + slow))
                return false;
        }

        return true;
    });

    [Fact]
    public void A_row_of_weight_2_is_the_row_twice() => PathProblems.General.Sample((x, y) =>
    {
        double[] twice = [.. Enumerable.Range(0, x.RowCount).Select(i => i % 2 == 0 ? 2.0 : 1.0)];
        int[] rows = [.. Enumerable.Range(0, x.RowCount).SelectMany(i => Enumerable.Repeat(i, (int)twice[i]))];
        var options = new RidgeOptions { Grid = LambdaGrid.Of(2, 0.2) };
        var weighted = RidgePath.Fit(x, y, options with { SampleWeights = twice });
        var longer = RidgePath.Fit(Matrix.Build.DenseOfRowVectors(rows.Select(x.Row)), Vector.Build.DenseOfEnumerable(rows.Select(i => y[i])), options);
        return weighted.Points.Zip(longer.Points).All(pair => (pair.First.W - pair.Second.W).InfinityNorm() <= 1e-7 * (1 + pair.Second.W.InfinityNorm())
            && Math.Abs(pair.First.DegreesOfFreedom - pair.Second.DegreesOfFreedom) <= 1e-8);
    });

    [Fact]
    public void On_a_grid_it_is_the_path_of_standardized_data() => Gen.Select(PathProblems.Tall, Gen.Double[1e-3, 10]).Sample((problem, lambda) =>
    {
        var (x, y) = problem;
        var data = Standardization.Fit(x, y);
        var slow = RidgePath.Fit(data.X, data.Y);
        var point = RidgePath.Fit(x, y, new RidgeOptions { Grid = LambdaGrid.Of(lambda) }).Points[0];
        var model = data.ToOriginal(slow.At(lambda));
        return (model.W - point.W).InfinityNorm() <= 1e-9 * (1 + model.W.InfinityNorm()) && Math.Abs(model.Intercept - point.Intercept) <= 1e-9 * (1 + Math.Abs(model.Intercept))
            && Math.Abs(slow.DegreesOfFreedom(lambda) - point.DegreesOfFreedom) <= 1e-9;
    });

    [Fact]
    public void The_diabetes_numbers_are_the_recorded_ones()
    {
        var path = RidgePath.Fit(DiabetesFile.Data, new RidgeOptions { Grid = LambdaGrid.Of(10, 1, 0.1, 0.01) });
        double[] df = [0.832, 3.942, 7.642, 9.248], norms = [145.48, 511.60, 799.54, 987.63];
        var scales = DiabetesFile.Standardized.Scales;
        Assert.All(path.Points.Zip(df), pair => Assert.Equal(pair.Second, pair.First.DegreesOfFreedom, 5e-4));
        Assert.All(path.Points.Zip(norms), pair => Assert.Equal(pair.Second, pair.First.W.PointwiseMultiply(scales).L2Norm(), 5e-3));
        Assert.Equal(1263985.8, RidgePath.Fit(DiabetesFile.Data, new RidgeOptions { Grid = LambdaGrid.Of(0) }).Points[0].Deviance, 0.05);
    }

    [Fact]
    public void An_ill_conditioned_design_keeps_its_digits()
    {
        // Columns that differ by 1e-6: squaring the condition number would leave four digits of w at this λ.
        var random = new SeededRandom(2);
        var first = random.NextNormals(40);
        var x = Matrix.Build.DenseOfColumnVectors(first, first + 1e-6 * random.NextNormals(40));
        var y = random.NextNormals(40);
        var path = RidgePath.Fit(x, y, new RidgeOptions { Intercept = false, Scale = ColumnScale.None, Grid = LambdaGrid.Of(1e-12) });
        var exact = RidgePath.Fit(x, y).At(1e-12);
        Assert.Equal(0, (path.Points[0].W - exact).InfinityNorm() / exact.InfinityNorm(), 1e-7);
    }

    [Fact]
    public void Gcv_is_its_formula_and_picks_the_least()
    {
        var path = RidgePath.Fit(DiabetesFile.Data, new RidgeOptions());
        Assert.Equal(100, path.Points.Count);
        Assert.All(path.Points.Zip(path.Gcv), pair =>
            Assert.Equal(pair.First.Deviance / 442 / Math.Pow(1 - (pair.First.DegreesOfFreedom + 1) / 442, 2), pair.Second, 1e-6 * pair.Second));
        Assert.Equal(path.Gcv.Min(), path.Gcv[path.Points.ToList().IndexOf(path.BestByGcv)]);
        // Without an intercept, more columns than rows and hardly a penalty nothing is left to judge by.
        var wide = SyntheticData.SparseLinear(5, 9, 2, 1, 1).Data;
        Assert.True(double.IsInfinity(RidgePath.Fit(wide.X, wide.Y, new RidgeOptions { Grid = LambdaGrid.Of(0) }).Gcv[0]));
    }
}
