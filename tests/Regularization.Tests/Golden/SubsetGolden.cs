// Best subsets of the diabetes data (Efron, Hastie, Johnstone and Tibshirani 2004).
// Ten columns: RSS for k = 0 … 10, computed by another program from the same raw file and checked by a second route.
// All quadratic terms: the columns standardized (mean 0, deviation 1), their 45 products and 9 squares (sex has two values, so its square says nothing
// new), as R's scale() makes them; RSS for k = 0 … 8 and supports by leaps 3.1, regsubsets(Q, y, nvmax = 8, method = "exhaustive", really.big = TRUE), R 4.2.2.

namespace Regularization.Tests.Golden;

public class SubsetGolden
{
    [Fact]
    public void Every_size_of_the_ten_columns()
    {
        double[] rss = [2621009.1, 1719581.8, 1416694.0, 1362708.7, 1331431.4, 1287881.2, 1271494.0, 1267807.8, 1264714.6, 1264068.1, 1263985.8];
        var path = BestSubset.Fit(DiabetesFile.Data, new SubsetOptions { MaxSize = 10 });
        Assert.True(path.IsOptimal);
        Assert.All(path.Points.Zip(rss), pair => Assert.Equal(pair.Second, pair.First.Rss, 0.05));
    }

    [Fact]
    public void Best_subsets_are_not_nested()
    {
        var path = BestSubset.Fit(DiabetesFile.Data, new SubsetOptions { MaxSize = 5 });
        Assert.Equal(["bmi", "bp", "s1", "s5"], path.NamesAt(4));
        Assert.Equal(["sex", "bmi", "bp", "s3", "s5"], path.NamesAt(5));
    }

    [Fact]
    public void The_full_model_is_least_squares_in_the_units_of_the_data()
    {
        double[] standardized = [-10.01, -239.82, 519.85, 324.38, -792.18, 476.74, 101.04, 177.06, 751.27, 67.63];
        var point = BestSubset.Fit(DiabetesFile.Data, new SubsetOptions { Size = 10 })[10];
        Assert.All(Enumerable.Range(0, 10), j => Assert.Equal(standardized[j], point.Weights[j] * DiabetesFile.Standardized.Scales[j], 0.005));
        Assert.Equal(DiabetesFile.Data.Y.Average(), point.Model.Predict(DiabetesFile.Data.X).Average(), 1e-9);
    }

    [Fact]
    public void All_quadratic_terms_agree_with_leaps()
    {
        double[] rss = [2621009.12443, 1719581.81077, 1416694.01396, 1362708.69371, 1321682.60543, 1287881.15539, 1251707.76853, 1221329.95696, 1205935.87343];
        int[][] supports = [[], [2], [2, 8], [2, 3, 8], [2, 3, 8, 10], [1, 2, 3, 6, 8], [1, 2, 3, 6, 8, 10], [1, 2, 3, 6, 8, 10, 27], [1, 2, 3, 6, 8, 10, 27, 63]];
        var path = BestSubset.Fit(Quadratic(), DiabetesFile.Data.Y, new SubsetOptions { MaxSize = 8 });
        Assert.True(path.IsOptimal);
        // leaps loses some digits: its numbers for nvmax = 5 and 8 differ by 1e-5.
        Assert.All(path.Points.Zip(rss), pair => Assert.Equal(pair.Second, pair.First.Rss, 1e-4));
        Assert.Equal(supports, path.Points.Select(point => point.Support));
    }

    private static Matrix Quadratic()
    {
        var z = Standardization.Fit(DiabetesFile.Data, ColumnScale.UnitDeviation).X;
        var columns = Enumerable.Range(0, 10).Select(z.Column).ToList();
        for (var i = 0; i < 10; i++)
        {
            for (var j = i + 1; j < 10; j++)
                columns.Add(z.Column(i).PointwiseMultiply(z.Column(j)));
        }

        columns.AddRange(Enumerable.Range(0, 10).Where(j => DiabetesFile.Data.Names[j] != "sex").Select(j => z.Column(j).PointwiseMultiply(z.Column(j))));
        return Matrix.Build.DenseOfColumnVectors(columns);
    }
}
