namespace Regularization.Tests;

/// <summary>Criteria against R 4.2.2 on the diabetes data and against their formulas.</summary>
public class InformationCriteriaTests
{
    // R: d <- read.csv("data/diabetes.csv"); m <- lm(progression ~ ., d); AIC(m); BIC(m)
    [Fact]
    public void Least_squares_has_the_recorded_AIC_and_BIC()
    {
        var all = RidgePath.Fit(DiabetesFile.Data, new RidgeOptions { Grid = LambdaGrid.Of(0) }).Criteria()[0];
        Assert.Equal(4795.9857, all.Aic, 5e-4);
        Assert.Equal(4845.0814, all.Bic, 5e-4);
    }

    // R: m <- lm(progression ~ bmi + bp + s5, d); AIC(m); BIC(m)
    [Fact]
    public void Best_subsets_have_the_recorded_criteria()
    {
        var path = BestSubset.Fit(DiabetesFile.Data, new SubsetOptions { MaxSize = 3 });
        Assert.Equal(["bmi", "bp", "s5"], path.NamesAt(3));
        Assert.Equal(4815.2260, path.Criteria()[3].Aic, 5e-4);
        Assert.Equal(4835.6826, path.Criteria()[3].Bic, 5e-4);
        Assert.Equal(path.Criteria()[3].Bic + 2 * Math.Log(120), path.Criteria()[3].Ebic, 1e-9);
        Assert.Equal(path.Points[3].Rss / 3000 - 442 + 8, path.MallowsCp(3000)[3], 1e-9);
    }

    [Fact]
    public void The_formulas_of_the_field()
    {
        var criteria = InformationCriteria.Gaussian(rss: 50, rows: 20, degreesOfFreedom: 4, columns: 10, size: 3, gamma: 0.5);
        var deviance = 20 * Math.Log(2 * Math.PI * 50 / 20) + 20;
        Assert.Equal(deviance + 2 * 5, criteria.Aic, 1e-10);
        Assert.Equal(deviance + 5 * Math.Log(20), criteria.Bic, 1e-10);
        Assert.Equal(criteria.Bic + 2 * 0.5 * Math.Log(120), criteria.Ebic, 1e-10);
        var binomial = InformationCriteria.Binomial(deviance: 30, rows: 40, degreesOfFreedom: 3, columns: 6, size: 6);
        Assert.Equal((36, 30 + 3 * Math.Log(40)), (binomial.Aic, binomial.Bic));
        Assert.Equal(binomial.Bic, binomial.Ebic, 1e-12);
        Assert.Equal(50 / 2.5 - 20 + 2 * 4, InformationCriteria.MallowsCp(50, 2.5, 20, 4), 1e-12);
        Assert.Equal(double.NegativeInfinity, InformationCriteria.Gaussian(0, 20, 4, 10, 3).Aic);
    }

    [Fact]
    public void Cp_of_the_full_model_is_its_number_of_parameters()
    {
        var path = RidgePath.Fit(DiabetesFile.Data, new RidgeOptions { Grid = LambdaGrid.Of(0) });
        Assert.Equal(11, path.MallowsCp(path.Points[0].Deviance / (442 - 11))[0], 1e-8);
        Assert.Throws<InvalidOperationException>(() => LogisticPath.Fit(SyntheticData.SparseLogistic(40, 3, 1, 5).Data, new LogisticOptions()).MallowsCp(1));
    }

    [Fact]
    public void A_summary_has_the_first_and_the_last_point_and_says_what_is_certified()
    {
        var path = LassoPath.Fit(DiabetesFile.Data, new LassoOptions());
        var text = path.ToString();
        Assert.StartsWith("LassoPath, 442 rows, 10 columns, 100 values of λ, all certified", text, StringComparison.Ordinal);
        Assert.Equal(12, path.Summary().Rows.Count);
        Assert.Equal([path.Lambdas[0], path.Lambdas[^1]], path.Summary(2).Rows.Select(row => (double)row[0]));
        Assert.Equal(path.Points[^1].Support.Count, path.Summary().Rows[^1][1]);
        Assert.Equal(DiabetesFile.Data.Names, path.Names);
    }

    [Fact]
    public void Predictions_are_those_of_the_model_at_that_lambda()
    {
        var path = LassoPath.Fit(DiabetesFile.Data, new LassoOptions { Grid = LambdaGrid.Of(100, 10) });
        Assert.Equal(path.Points[1].Model.Predict(DiabetesFile.Data.X), path.Predict(DiabetesFile.Data.X, 10));
        Assert.Contains("x has 3 columns; expected 10", Assert.Throws<ArgumentException>(() => path.Predict(Matrix.Build.Dense(2, 3), 10)).Message, StringComparison.Ordinal);
    }
}
