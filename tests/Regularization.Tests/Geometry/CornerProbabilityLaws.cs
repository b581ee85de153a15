using CsCheck;

namespace Regularization.Tests;

public class CornerProbabilityLaws
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(1.0)]
    [InlineData(1.3)]
    [InlineData(1.8478)]
    [InlineData(4)]
    public void The_closed_form_is_the_share_of_angles_whose_contact_is_a_vertex(double ratio)
    {
        const int angles = 4_000;
        var round = Matrix.Build.DenseIdentity(2);
        var vertices = Enumerable.Range(0, angles).Count(i =>
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (i + 0.5) / angles);
            return FirstContact.Find(new EllipticalLoss(round, Vector.Build.DenseOfArray([ratio * cos, ratio * sin])), 1, 1).AtVertex;
        });
        // Eight sector ends, each off by at most one angle.
        Assert.Equal(CornerProbability.InPlane(ratio), (double)vertices / angles, 8.0 / angles);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.2)]
    [InlineData(2)]
    [InlineData(5)]
    public void Monte_Carlo_agrees_with_the_closed_form(double ratio)
    {
        var simulated = CornerProbability.MonteCarlo(2, ratio, 40_000, seed: 11).Vertex;
        var exact = CornerProbability.InPlane(ratio);
        // Five standard errors, so that the agreement does not hang on a lucky seed.
        Assert.Equal(exact, simulated.Estimate, 5 * Math.Sqrt(exact * (1 - exact) / 40_000) + 1e-12);
        Assert.InRange(simulated.High - simulated.Low, 0, 0.011);
    }

    [Fact]
    public void About_95_of_100_intervals_cover_the_truth()
    {
        var exact = CornerProbability.InPlane(2);
        var covering = Enumerable.Range(0, 400).Count(seed => CornerProbability.MonteCarlo(2, 2, 200, (ulong)seed).Vertex.Covers(exact));
        // Binomial with n = 400, p ≈ 0.95: 380 ± 5·4.4, and not all of them.
        Assert.InRange(covering, 358, 399);
    }

    [Fact]
    public void Radius_ratio_is_the_inverse() => Gen.Double[0, 0.99].Sample(probability =>
        Math.Abs(CornerProbability.InPlane(CornerProbability.RadiusRatioFor(probability)) - probability) <= 1e-12);

    [Fact]
    public void Nonzeros_agree_with_a_projection_by_bisection() => Gen.Select(Gen.Int[2, 12], Gen.Double[0.3, 8], Gen.ULong).Sample((p, ratio, seed) =>
    {
        var found = CornerProbability.MonteCarlo(p, ratio, 20, seed);
        var random = new SeededRandom(seed);
        var slow = new int[p + 1];
        for (var trial = 0; trial < 20; trial++)
        {
            var z = random.NextNormals(p);
            z = z * (ratio / z.L2Norm());
            var (low, high) = (0.0, z.InfinityNorm());
            for (var i = 0; i < 200; i++)
                (low, high) = z.Sum(v => Math.Max(Math.Abs(v) - (low + high) / 2, 0)) > 1 ? ((low + high) / 2, high) : (low, (low + high) / 2);
            slow[z.L1Norm() <= 1 ? p : z.Count(v => Math.Abs(v) > high)]++;
        }

        return found.Counts.SequenceEqual(slow);
    });

    [Fact]
    public void In_many_dimensions_vertices_vanish_and_zeros_are_certain()
    {
        FaceDistribution[] faces = [.. new[] { 2, 10, 50 }.Select(p => CornerProbability.MonteCarlo(p, 2, 4_000, seed: 12))];
        Assert.True(faces[0].Vertex.Low > 0.5 && faces[1].Vertex.High < 0.5 && faces[2].Vertex.High < 0.1);
        Assert.True(faces[0].AnyZero.High < 0.6 && faces[1].AnyZero.Low > 0.99 && faces[2].AnyZero.Estimate == 1);
        Assert.True(faces[2].MeanNonzeros < 0.2 * 50);
        Assert.All(faces, face => Assert.Equal(4_000, face.Trials));
    }

    [Fact]
    public void The_lasso_zero_probability_is_what_soft_thresholding_does()
    {
        const int draws = 40_000;
        var zeros = new SeededRandom(13).NextNormals(draws).Count(z => Math.Abs(1.5 * z) <= 0.9);
        var exact = CornerProbability.LassoZero(0.9, 1.5);
        Assert.Equal(exact, (double)zeros / draws, 5 * Math.Sqrt(exact * (1 - exact) / draws));
    }

    [Fact]
    public void Wilson_ends_solve_their_equation() => Gen.Int[1, 500].SelectMany(trials => Gen.Int[1, trials].Select(hits => new Proportion(hits, trials))).Sample(proportion =>
        new[] { proportion.Low, proportion.High }.Where(end => end < 1).All(end =>
            Math.Abs(Math.Pow(proportion.Estimate - end, 2) - 1.959963984540054 * 1.959963984540054 * end * (1 - end) / proportion.Trials) <= 1e-12)
        && proportion.Covers(proportion.Estimate));
}
