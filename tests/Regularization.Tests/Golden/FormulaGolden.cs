// Recorded values of closed forms: corner probabilities in the plane (confirmed by an independent Monte Carlo run before this
// library existed), normal probabilities from any table, counts from exact arithmetic. The tolerance is half a unit of the last
// digit recorded.

using System.Numerics;

namespace Regularization.Tests.Golden;

public class FormulaGolden
{
    [Theory]
    [InlineData(1.2, 0.1977)]
    [InlineData(2, 0.5399)]
    [InlineData(5, 0.8193)]
    public void Corner_probability_in_the_plane(double radiusRatio, double recorded) =>
        Assert.Equal(recorded, CornerProbability.InPlane(radiusRatio), 0.00005);

    [Fact]
    public void One_half_at_1_8478()
    {
        Assert.Equal(1.8478, CornerProbability.RadiusRatioFor(0.5), 0.00005);
        Assert.Equal(0.5, CornerProbability.InPlane(CornerProbability.RadiusRatioFor(0.5)), 1e-15);
    }

    [Theory]
    [InlineData(0.5, 0.3829)]
    [InlineData(1, 0.6827)]
    [InlineData(2, 0.9545)]
    public void Lasso_zero_probability_of_an_orthonormal_design(double ratio, double recorded)
    {
        Assert.Equal(recorded, CornerProbability.LassoZero(ratio, 1), 0.00005);
        Assert.Equal(recorded, CornerProbability.LassoZero(3 * ratio, 3), 0.00005);
    }

    [Fact]
    public void Counts()
    {
        Assert.Equal(1_048_576, BestSubset.CountSubsets(20));
        Assert.Equal(15_504, BestSubset.CountSubsets(20, 5));
        Assert.Equal(17_310_309_456_440, BestSubset.CountSubsets(100, 10));
        Assert.Equal(BigInteger.Pow(2, 1000), BestSubset.CountSubsets(1000));
        Assert.Equal(0, BestSubset.CountSubsets(3, 4));
        Assert.Equal(1, BestSubset.CountSubsets(0, 0));
    }

    [Theory]
    [InlineData(0, 10, 0, 0.27753)]
    [InlineData(5, 10, 0.23659, 0.76341)]
    [InlineData(10, 10, 0.72247, 1)]
    public void Wilson_interval(int hits, int trials, double low, double high)
    {
        var proportion = new Proportion(hits, trials);
        Assert.Equal(low, proportion.Low, 0.000005);
        Assert.Equal(high, proportion.High, 0.000005);
    }
}
