using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>Values worked out by hand from the formulas in the summaries.</summary>
public class PenaltyTests
{
    private static readonly Vector W = V(3, 0, -4);

    [Fact]
    public void Values_of_three_zero_minus_four_at_lambda_two()
    {
        Assert.Equal(0, new NoPenalty().Value(W));
        Assert.Equal(4, new L0Penalty(2).Value(W));
        Assert.Equal(14, new L1Penalty(2).Value(W));
        Assert.Equal(25, new SquaredL2Penalty(2).Value(W));
        Assert.Equal(10, new L2NormPenalty(2).Value(W), 1e-14);
        Assert.Equal(22.25, new ElasticNetPenalty(2, 0.25).Value(W)); // 2(¼·7 + ½·¾·25)
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(1.5, 0.5)]
    [InlineData(1, 0)]
    [InlineData(0.4, 0)]
    [InlineData(-0.4, 0)]
    [InlineData(-3, -2)]
    public void Soft_threshold_one(double v, double expected) => Assert.Equal(expected, new L1Penalty(2).Prox(v, 0.5));

    [Theory]
    [InlineData(2.0000001, 2.0000001)]
    [InlineData(2, 0)] // the tie: both cost 2, and the convention is to drop
    [InlineData(-2, 0)]
    [InlineData(1.9, 0)]
    [InlineData(-2.5, -2.5)]
    public void Hard_threshold_two_is_the_square_root_of_two_lambda_step(double v, double expected)
    {
        Assert.Equal(2, new L0Penalty(4).Threshold(0.5));
        Assert.Equal(expected, new L0Penalty(4).Prox(v, 0.5));
    }

    [Fact]
    public void Shrinking_block_thresholding_and_the_elastic_net()
    {
        Assert.Equal(1.5, new SquaredL2Penalty(2).Prox(3, 0.5));
        Assert.Equal(0.6, new ElasticNetPenalty(2, 0.5).Prox(2.2, 1), 1e-15); // (2.2 − 1)/(1 + 1)
        Assert.True(Distance(V(2.4, 0, -3.2), new L2NormPenalty(2).Prox(W, 0.5)) <= 1e-15 * 8); // (1 − 1/5)w
        Assert.Equal([0.0, 0, 0], new L2NormPenalty(10).Prox(W, 0.5)); // ‖w‖ = 5 = λ·step
    }

    [Fact]
    public void Distances_to_the_subdifferential()
    {
        var l1 = new L1Penalty(2);
        Assert.Equal(0, l1.SubdifferentialDistance(0.0, 2));   // slack at the kink, up to λ
        Assert.Equal(0.5, l1.SubdifferentialDistance(0.0, -2.5));
        Assert.Equal(0, l1.SubdifferentialDistance(1.0, -2));  // the gradient balances +λ
        Assert.Equal(4, l1.SubdifferentialDistance(1.0, 2));   // and here it adds to it
        Assert.Equal(1, l1.SubdifferentialDistance(-1.0, 1));

        var l0 = new L0Penalty(2);
        Assert.Equal(0, l0.SubdifferentialDistance(0.0, 99));  // at the jump every slope will do
        Assert.Equal(3, l0.SubdifferentialDistance(1.0, -3));  // elsewhere the penalty is flat
        Assert.Equal(3, new L0Penalty(0).SubdifferentialDistance(0.0, -3));

        Assert.Equal(7, new SquaredL2Penalty(2).SubdifferentialDistance(3.0, 1));
        Assert.Equal(3, new NoPenalty().SubdifferentialDistance(5.0, -3));
        Assert.Equal(1, new L2NormPenalty(4).SubdifferentialDistance(V(0, 0), V(3, 4)), 1e-14);
        Assert.Equal(9, new L2NormPenalty(4).SubdifferentialDistance(V(3, 4), V(3, 4)), 1e-14);
        Assert.Equal(5, new SquaredL2Penalty(0).SubdifferentialDistance(V(1, 1), V(3, 4)), 1e-14);
    }

    [Fact]
    public void Wrong_strengths_are_named()
    {
        Assert.StartsWith("lambda is -1; expected a finite number ≥ 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new L1Penalty(-1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => new L0Penalty(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => new SquaredL2Penalty(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => new L2NormPenalty(-1));
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => new ElasticNetPenalty(-1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("l1Ratio", () => new ElasticNetPenalty(1, 1.5));
    }

    [Fact]
    public void They_read_well() => Assert.Equal(
        ["0", "λ‖w‖₀ with λ = 0.5", "λ‖w‖₁ with λ = 0.5", "½λ‖w‖² with λ = 0.5", "λ‖w‖₂ with λ = 0.5", "λ(ρ‖w‖₁ + ½(1 − ρ)‖w‖²) with λ = 0.5, ρ = 0.25"],
        new object[] { new NoPenalty(), new L0Penalty(0.5), new L1Penalty(0.5), new SquaredL2Penalty(0.5), new L2NormPenalty(0.5), new ElasticNetPenalty(0.5, 0.25) }
            .Select(g => g.ToString()));
}
