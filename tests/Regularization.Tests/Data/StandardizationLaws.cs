using CsCheck;

namespace Regularization.Tests;

public class StandardizationLaws
{
    private static readonly Gen<(Matrix X, Vector Y)> Raw = Gen.Select(PathProblems.Tall, Gen.Double[-100, 100], Gen.Double[0.01, 100])
        .Select((problem, shift, scale) => (problem.X * scale + shift, problem.Y * 3 + shift));

    [Fact]
    public void Columns_are_centered_and_have_the_length_asked_for() => Gen.Select(Raw, Gen.OneOf(Gen.Const(ColumnScale.UnitNorm), Gen.Const(ColumnScale.UnitDeviation))).Sample((raw, scale) =>
    {
        var data = Standardization.Fit(raw.X, raw.Y, scale);
        var length = scale == ColumnScale.UnitNorm ? 1 : Math.Sqrt(raw.Y.Count);
        // A shift of 100 against a scale of 0.01 costs four of the sixteen digits, in a sum of ten terms.
        return data.X.EnumerateColumns().All(column => Math.Abs(column.Sum()) <= 1e-9 && Math.Abs(column.L2Norm() - length) <= 1e-12)
            && Math.Abs(data.Y.Sum()) <= 1e-9;
    });

    [Fact]
    public void Without_scaling_units_stay() => Raw.Sample((x, y) =>
    {
        var data = Standardization.Fit(x, y, ColumnScale.None);
        return data.Scales.All(scale => scale == 1) && (data.X.Row(0) + data.Means - x.Row(0)).InfinityNorm() <= 1e-12 * (1 + x.Row(0).InfinityNorm());
    });

    [Fact]
    public void Original_units_give_the_same_predictions() => Gen.Select(Raw, Gen.ULong).Sample((raw, seed) =>
    {
        var data = Standardization.Fit(raw.X, raw.Y);
        var w = new SeededRandom(seed).NextNormals(raw.X.ColumnCount);
        var predictions = data.X * w + data.TargetMean;
        return (data.ToOriginal(w).Predict(raw.X) - predictions).InfinityNorm() <= 1e-8 * (1 + predictions.InfinityNorm());
    });

    [Fact]
    public void Other_rows_are_moved_by_the_means_of_the_first()
    {
        var data = Standardization.Fit(Matrix.Build.DenseOfColumnArrays([0, 2]), Vector.Build.Dense(2));
        Assert.Equal(2 / Math.Sqrt(2), data.Apply(Matrix.Build.Dense(1, 1, 3))[0, 0], 1e-15);
    }

    [Fact]
    public void A_constant_column_is_named()
    {
        var x = Matrix.Build.Dense(7, 2, (i, j) => j == 0 ? i : 0.1);
        var error = Assert.Throws<ArgumentException>(() => Standardization.Fit(new Dataset(["first", "flat"], x, Vector.Build.Dense(7), "y")));
        Assert.Contains("'flat' is constant (0.1)", error.Message, StringComparison.Ordinal);
        Assert.Contains("Column 1 ", Assert.Throws<ArgumentException>(() => Standardization.Fit(x, Vector.Build.Dense(7))).Message, StringComparison.Ordinal);
    }
}
