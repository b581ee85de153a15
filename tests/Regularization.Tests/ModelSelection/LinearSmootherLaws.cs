using CsCheck;

namespace Regularization.Tests;

/// <summary>What a linear smoother says of errors is what going through all noises, or solving the problem afresh, finds.</summary>
public class LinearSmootherLaws
{
    private static readonly Gen<(int Rows, int Columns, double Lambda, ulong Seed)> Problems =
        Gen.Select(Gen.Int[3, 7], Gen.Int[1, 3], Gen.OneOf(Gen.Const(0.0), Gen.Double[0.01, 5]), Gen.ULong);

    [Fact]
    public void It_predicts_what_ridge_on_standardized_columns_predicts() => Problems.Sample((rows, columns, lambda, seed) =>
    {
        var (x, y, places) = Data(rows, columns, seed);
        var data = Standardization.Fit(x, y);
        var slow = data.ToOriginal(RidgePath.Fit(data.X, data.Y).At(lambda)).Predict(places);
        return (LinearSmoother.Ridge(x, places, lambda).Predict(y) - slow).InfinityNorm() <= 1e-8 * (1 + slow.InfinityNorm());
    });

    [Fact]
    public void As_given_it_predicts_what_ridge_without_intercept_predicts() => Problems.Sample((rows, columns, lambda, seed) =>
    {
        var (x, y, places) = Data(rows, columns, seed);
        var slow = places * RidgePath.Fit(x, y).At(lambda);
        return (LinearSmoother.RidgeAsGiven(x, places, lambda).Predict(y) - slow).InfinityNorm() <= 1e-8 * (1 + slow.InfinityNorm());
    });

    [Fact]
    public void Expected_errors_are_the_means_over_all_tosses_of_coins() => Problems.Sample((rows, columns, lambda, seed) =>
    {
        const double Noise = 0.7;
        var (x, truth, places) = Data(rows, columns, seed);
        var truthAtPlaces = new SeededRandom(seed + 1).NextNormals(places.RowCount);
        var (here, there) = (LinearSmoother.Ridge(x, x, lambda), LinearSmoother.Ridge(x, places, lambda));
        double seen = 0, unseen = 0;
        for (var bits = 0; bits < 1 << rows; bits++)
        {
            var y = truth + Vector.Build.Dense(rows, i => (bits >> i) % 2 == 0 ? Noise : -Noise);
            seen += (y - here.Predict(y)).PointwisePower(2).Average() / (1 << rows);
            unseen += (truthAtPlaces - there.Predict(y)).PointwisePower(2).Average() / (1 << rows) + Noise * Noise / (1 << rows);
        }

        return Math.Abs(here.TrainingError(truth, Noise) - seen) <= 1e-9 * (1 + seen)
            && Math.Abs(there.ErrorAt(truth, truthAtPlaces, Noise).Total - unseen) <= 1e-9 * (1 + unseen);
    });

    [Fact]
    public void Degrees_of_freedom_count_the_intercept_and_the_directions_left() => Problems.Sample((rows, columns, lambda, seed) =>
    {
        var (x, y, _) = Data(rows, columns, seed);
        var path = RidgePath.Fit(Standardization.Fit(x, y).X, y);
        return Math.Abs(LinearSmoother.Ridge(x, x, lambda).DegreesOfFreedom - 1 - path.DegreesOfFreedom(lambda)) <= 1e-9;
    });

    [Fact]
    public void The_powers_are_the_columns()
    {
        var x = PolynomialFeatures.Of(Vector.Build.Dense([2.0, -3.0]), 3);
        Assert.Equal(Matrix.Build.DenseOfArray(new double[,] { { 2, 4, 8 }, { -3, 9, -27 } }), x);
        Assert.Contains("degree is 0", Assert.Throws<ArgumentOutOfRangeException>(() => PolynomialFeatures.Of(Vector.Build.Dense(1), 0)).Message, StringComparison.Ordinal);
    }

    private static (Matrix X, Vector Y, Matrix Places) Data(int rows, int columns, ulong seed)
    {
        var random = new SeededRandom(seed);
        return (SyntheticData.CorrelatedDesign(rows, Math.Min(columns, rows - 1), 0.3, random), random.NextNormals(rows),
            SyntheticData.CorrelatedDesign(4, Math.Min(columns, rows - 1), 0.3, random));
    }
}
