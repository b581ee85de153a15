using MathNet.Numerics;

namespace Regularization;

/// <summary>How likely the L1 ball is touched in a corner, when the loss has circular contours around a random center.</summary>
/// <remarks>
/// The center z is uniform on the sphere of radius R around the origin, the ball has radius t; the solution is the point of the
/// ball nearest to z.
/// </remarks>
public static class CornerProbability
{
    /// <summary><c>P(vertex) = (4/π)(arccos(t/(√2R)) − π/4)</c> for R ≥ t, and 0 for R &lt; t; in the plane, as a function of R/t.</summary>
    /// <remarks>
    /// The solution is the vertex (t, 0) iff <c>z₁ − t ≥ |z₂|</c> (the cone of the normals there). With <c>z = R(cos θ, sin θ)</c> and θ ≥ 0 this is
    /// <c>√2·R·cos(θ + π/4) ≥ t</c>, that is <c>θ ≤ arccos(t/(√2R)) − π/4</c>; there are eight such half-sectors. For R &lt; t no θ fulfils it:
    /// between t/√2 and t some z lie outside the ball but all of them over an edge; below t/√2 all lie inside, nothing is projected.
    /// </remarks>
    public static double InPlane(double radiusRatio) =>
        Argument.Positive(radiusRatio) <= 1 ? 0 : 4 / Math.PI * (Math.Acos(1 / (Math.Sqrt(2) * radiusRatio)) - Math.PI / 4);

    /// <summary><c>R/t = 1/(√2·cos(π(1 + P)/4))</c>, the inverse of <see cref="InPlane"/> for 0 ≤ P &lt; 1.</summary>
    public static double RadiusRatioFor(double probability) =>
        Argument.Between(probability, 0, 1) < 1
            ? 1 / (Math.Sqrt(2) * Math.Cos(Math.PI * (1 + probability) / 4))
            : throw new ArgumentOutOfRangeException(nameof(probability), probability, "probability is 1; expected less than 1, which no radius reaches.");

    /// <summary>Draws z, projects it on the L1 ball in <paramref name="dimension"/> dimensions, and counts the weights that stay.</summary>
    /// <remarks>
    /// Only R/t matters. As the dimension grows at a fixed ratio, vertices become rare while some zeros become certain: solutions sit on
    /// low-dimensional faces. Projection by sorting: Duchi, Shalev-Shwartz, Singer and Chandra (2008), fig. 1.
    /// </remarks>
    public static FaceDistribution MonteCarlo(int dimension, double radiusRatio, int trials, ulong seed)
    {
        Argument.AtLeast(dimension, 2);
        Argument.Positive(radiusRatio);
        Argument.AtLeast(trials, 1);
        var random = new SeededRandom(seed);
        var counts = new int[dimension + 1];
        for (var trial = 0; trial < trials; trial++)
        {
            var z = random.NextNormals(dimension);
            counts[NonzerosAfterProjection(z * (radiusRatio / z.L2Norm()), 1)]++;
        }

        return new FaceDistribution(counts);
    }

    /// <summary><c>P(ŵ_j = 0) = P(|z_j| ≤ λ) = 2Φ(λ/σ) − 1</c> for the lasso with an orthonormal design and <c>z_j ~ N(0, σ²)</c>.</summary>
    /// <remarks>Soft thresholding sends exactly these z_j to zero. Ridge multiplies by 1/(1 + λ): the same probability is 0.</remarks>
    public static double LassoZero(double lambda, double deviation) =>
        SpecialFunctions.Erf(Argument.Nonnegative(lambda) / Argument.Positive(deviation) / Math.Sqrt(2));

    // Inside the ball nothing changes. Outside, the k largest stay, where k is the last index with |z|₍k₎ > (Σ_{i≤k}|z|₍i₎ − t)/k.
    private static int NonzerosAfterProjection(Vector z, double t)
    {
        double[] sizes = [.. z.Select(Math.Abs).OrderDescending()];
        if (sizes.Sum() <= t)
            return sizes.Count(size => size > 0);
        var (sum, k) = (0.0, 0);
        while (k < sizes.Length && (k + 1) * sizes[k] > sum + sizes[k] - t)
            sum += sizes[k++];
        return k;
    }
}
