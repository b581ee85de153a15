// Recorded numbers for the diabetes data (Efron, Hastie, Johnstone and Tibshirani 2004), from the raw file in data/, columns
// centered at unit ℓ₂ norm, y centered. They were computed by another program from the same raw file and checked by a second
// route before this library existed; the tolerance is half a unit of the last digit recorded.
// Published knots (LARS path of the older, rounded file) differ from the sixth digit on.

namespace Regularization.Tests.Golden;

public class DiabetesGolden
{
    private static readonly Dataset Data = DiabetesFile.Data;
    private static readonly Standardization Standardized = DiabetesFile.Standardized;
    private static readonly LassoPath Lasso = LassoPath.Fit(Standardized.X, Standardized.Y);
    private static readonly RidgePath Ridge = RidgePath.Fit(Standardized.X, Standardized.Y);
    private static readonly BestSubset Subsets = BestSubset.Enumerate(Standardized.X, Standardized.Y);

    [Fact]
    public void The_file_has_442_rows_and_10_columns()
    {
        Assert.Equal((442, 10), (Data.Rows, Data.Columns));
        Assert.Equal(["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"], Data.Names);
        Assert.Equal(152.1335, Data.Y.Average(), 0.00005);
        Assert.Equal([59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87], Data.X.Row(0));
        Assert.Equal([36, 1, 19.6, 71, 250, 133.2, 97, 3, 4.5951, 92], Data.X.Row(441));
    }

    [Fact]
    public void Lasso_knots()
    {
        double[] lambdas = [949.435260, 889.313785, 452.895701, 316.073379, 130.129537, 88.784299, 68.964790, 19.981165, 5.477536, 5.088236, 2.182267, 1.310441];
        double[] norms = [0, 60.12, 663.68, 888.91, 1250.70, 1440.78, 1537.06, 1914.56, 2115.73, 2195.75, 2802.36, 2862.99];
        Assert.Equal(12, Lasso.Knots.Count);
        Assert.All(Lasso.Knots.Zip(lambdas), pair => Assert.Equal(pair.Second, pair.First.Lambda, 0.5e-6));
        Assert.All(Lasso.Knots.Zip(norms), pair => Assert.Equal(pair.Second, pair.First.L1Norm, 0.005));
        Assert.Equal(3459.98, Lasso.End.L1Norm, 0.005);
        Assert.Equal(0, Lasso.End.Lambda);
    }

    [Fact]
    public void Lasso_knots_agree_with_the_published_ones_to_five_digits()
    {
        double[] published = [949.435260384, 889.315990735, 452.900968908, 316.074052698, 130.130851302, 88.7824298155,
            68.9652212024, 19.9812546781, 5.47747294605, 5.0891788056, 2.18224972883, 1.31043524851];
        Assert.All(Lasso.Knots.Zip(published), pair => Assert.Equal(1, pair.First.Lambda / pair.Second, 2e-4));
    }

    [Fact]
    public void Order_of_entry_and_the_return_of_s3()
    {
        string?[] entering = ["bmi", "s5", "bp", "s3", "sex", "s6", "s1", "s4", "s2", "age", null, "s3"];
        Assert.Equal(entering, Lasso.Knots.Select(knot => knot.Entering is { } j ? Data.Names[j] : null));
        Assert.Equal([Data.IndexOf("s3")], Lasso.Knots.Select(knot => knot.Leaving).OfType<int>());
        Assert.Equal(10, Lasso.Knots.ToList().FindIndex(knot => knot.Leaving is not null));
        var between = Lasso.At(1.7);
        Assert.Equal(0, between[Data.IndexOf("s3")]);
        Assert.Equal(9, Data.NamesOf(between).Count);
    }

    [Fact]
    public void Lasso_path_agrees_with_coordinate_descent_between_all_knots()
    {
        LassoKnot[] points = [.. Lasso.Knots, Lasso.End];
        Assert.All(points.Zip(points.Skip(1)), pair =>
        {
            var lambda = (pair.First.Lambda + pair.Second.Lambda) / 2;
            // The twin creeps (condition number 470), so it stops within 1e-7 of weights of size 500.
            Assert.Equal(0, (Lasso.At(lambda) - PathProblems.CoordinateDescent(Standardized.X, Standardized.Y, lambda)).InfinityNorm(), 1e-7);
        });
    }

    [Fact]
    public void Least_squares()
    {
        double[] weights = [-10.01, -239.82, 519.85, 324.38, -792.18, 476.74, 101.04, 177.06, 751.27, 67.63];
        Assert.All(Ridge.At(0).Zip(weights), pair => Assert.Equal(pair.Second, pair.First, 0.005));
        Assert.All(Lasso.End.W.Zip(weights), pair => Assert.Equal(pair.Second, pair.First, 0.005));
        var residual = Standardized.Y - Standardized.X * Ridge.At(0);
        Assert.Equal(1263985.8, residual * residual, 0.05);
        Assert.Equal(0.51775, 1 - residual * residual / (Standardized.Y * Standardized.Y), 0.000005);
    }

    [Fact]
    public void Best_subsets()
    {
        double[] rss = [2621009.1, 1719581.8, 1416694.0, 1362708.7, 1331431.4, 1287881.2, 1271494.0, 1267807.8, 1264714.6, 1264068.1, 1263985.8];
        Assert.Equal(1024, Subsets.Examined);
        Assert.Equal(Enumerable.Range(0, 11), Subsets.Sizes.Select(fit => fit.Size));
        Assert.All(Subsets.Sizes.Zip(rss), pair => Assert.Equal(pair.Second, pair.First.Rss, 0.05));
        Assert.Equal(["bmi", "bp", "s5"], Data.NamesOf(Subsets.Sizes[3].W));
        Assert.Equal(["bmi", "bp", "s1", "s5"], Data.NamesOf(Subsets.Sizes[4].W));
        Assert.Equal(["sex", "bmi", "bp", "s3", "s5"], Data.NamesOf(Subsets.Sizes[5].W));
    }

    [Fact]
    public void Size_4_is_optimal_for_no_lambda()
    {
        Assert.Equal([0, 1, 2, 3, 5, 6, 7, 8, 9, 10], Subsets.OptimalSizes.Select(range => range.Size));
        // 37413.8 for RSS + λ‖w‖₀, half of it for ½RSS + λ‖w‖₀.
        Assert.Equal(37413.8 / 2, Subsets.OptimalSizes.Single(range => range.Size == 3).Low, 0.05);
        Assert.Equal(37413.8 / 2, Subsets.OptimalSizes.Single(range => range.Size == 5).High, 0.05);
        Assert.Equal(3, Subsets.At(18707).Size);
        Assert.Equal(5, Subsets.At(18706).Size);
    }

    [Theory]
    [InlineData(0.01, 9.248, 987.63)]
    [InlineData(0.1, 7.642, 799.54)]
    [InlineData(1, 3.942, 511.60)]
    [InlineData(10, 0.832, 145.48)]
    public void Ridge_degrees_of_freedom_and_norms(double lambda, double degreesOfFreedom, double norm)
    {
        Assert.Equal(degreesOfFreedom, Ridge.DegreesOfFreedom(lambda), 0.0005);
        Assert.Equal(norm, Ridge.Radius(lambda), 0.005);
        Assert.Equal(lambda, Ridge.LambdaAt(norm), lambda * 1e-3);
    }

    [Fact]
    public void Ridge_at_zero()
    {
        Assert.Equal(1377.84, Ridge.Radius(0), 0.005);
        Assert.Equal(10, Ridge.DegreesOfFreedom(0), 1e-12);
    }

    [Fact]
    public void Squared_singular_values()
    {
        double[] squares = [4.0242, 1.4923, 1.2060, 0.9555, 0.6622, 0.6027, 0.5366, 0.4337, 0.0783, 0.0086];
        Assert.Equal(10, Ridge.SingularValues.Count);
        Assert.All(Ridge.SingularValues.Zip(squares), pair => Assert.Equal(pair.Second, pair.First * pair.First, 0.00005));
    }

    [Theory]
    [InlineData(LambdaConvention.Course, 949.435260, 0.5e-6)]
    [InlineData(LambdaConvention.ResidualSumOfSquares, 1898.87, 0.005)]
    [InlineData(LambdaConvention.HalfMean, 2.148044, 0.5e-6)]
    [InlineData(LambdaConvention.ScikitLearn, 2.148044, 0.5e-6)]
    [InlineData(LambdaConvention.HalfMeanUnitVariance, 45.160, 0.0005)]
    [InlineData(LambdaConvention.Glmnet, 45.160, 0.0005)]
    public void Lambda_max_in_every_scaling(LambdaConvention convention, double recorded, double tolerance) =>
        Assert.Equal(recorded, LambdaScale.Lasso(Data.Rows).To(convention, Lasso.LambdaMax), tolerance);

    [Fact]
    public void Lambda_max_with_unit_variance_columns_really_is_that()
    {
        var wide = Standardization.Fit(Data, ColumnScale.UnitDeviation);
        Assert.Equal(45.160, wide.X.TransposeThisAndMultiply(wide.Y).InfinityNorm() / Data.Rows, 0.0005);
    }
}
