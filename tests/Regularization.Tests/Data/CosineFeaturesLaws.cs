using CsCheck;

namespace Regularization.Tests;

public sealed class CosineFeaturesLaws
{
    private static readonly Gen<Vector> Weights = Gen.Double[-3, 3].Array[1, 8].Select(w => Vector.Build.Dense(w));

    [Fact]
    public void Columns_at_midpoints_are_orthogonal_with_squared_length_half_n() =>
        Gen.Int[2, 40].SelectMany(n => Gen.Int[1, n - 1].Select(m => (n, m))).Sample(c =>
        {
            var x = CosineFeatures.Of(CosineFeatures.Midpoints(c.n), c.m);
            var off = x.TransposeThisAndMultiply(x) - Matrix.Build.DenseIdentity(c.m) * (c.n / 2.0);
            // n products of rounded cosines.
            return off.Enumerate().All(e => Math.Abs(e) < 1e-12 * c.n * c.n);
        });

    [Fact]
    public void Roughness_is_the_integral_of_the_squared_second_difference() => Weights.Sample(w =>
    {
        // Midpoint rule, exact for these waves as long as no product of two is faster than the grid; f″ from second differences.
        const int N = 400;
        const double H = 1e-3;
        double F(double q) => w.Select((wj, j) => wj * Math.Cos((j + 1) * Math.PI * q)).Sum();
        var integral = CosineFeatures.Midpoints(N).Average(q => Math.Pow((F(q + H) - 2 * F(q) + F(q - H)) / (H * H), 2));
        // The second difference of the fastest wave, j = 8, is off by (jπh)²/12 = 5e-5 of it.
        Assert.Equal(integral, CosineFeatures.Roughness(w), 2e-4 * integral + 1e-6);
    });

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Contains("count", Assert.Throws<ArgumentOutOfRangeException>(() => CosineFeatures.Of(CosineFeatures.Midpoints(3), 0)).Message, StringComparison.Ordinal);
        Assert.Contains("positions", Assert.Throws<ArgumentException>(() => CosineFeatures.Of(Vector.Build.Dense([double.NaN]), 1)).Message, StringComparison.Ordinal);
    }
}
