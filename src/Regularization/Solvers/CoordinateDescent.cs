namespace Regularization;

/// <summary><c>wⱼ ← prox(wⱼ + xⱼᵀr/‖xⱼ‖²)</c> with step <c>1/‖xⱼ‖²</c>, for j = 1…p in turn: minimize over one weight at a time.</summary>
/// <remarks>
/// For least squares and a separable penalty; an iterate is one sweep over all coordinates. The residual is the largest move of the sweep, over its
/// step. With an <see cref="L0Penalty"/> it ends where no single weight can be improved, which need not be the minimum.
/// Sources: Friedman, Hastie, Höfling and Tibshirani (2007); Tseng (2001), Theorem 4.1 for why it converges.
/// </remarks>
public sealed class CoordinateDescent : IterativeSolver
{
    /// <inheritdoc/>
    protected override IEnumerable<Iterate> Sequence(Problem problem, Vector start)
    {
        var f = Argument.Is<LeastSquares>(problem.Datafit, "LeastSquares");
        var g = Argument.Is<SeparablePenalty>(problem.Penalty, "a separable penalty");
        return Sweeps(f, g, start);
    }

    private static IEnumerable<Iterate> Sweeps(LeastSquares f, SeparablePenalty g, Vector start)
    {
        var columns = f.X.EnumerateColumns().ToArray();
        // Along a column of zeros the datafit is flat, and every step is as good as another.
        var steps = columns.Select(xj => xj * xj).Select(squared => squared > 0 ? 1 / squared : 1).ToArray();
        var w = start.Clone();

        while (true)
        {
            var r = f.Residual(w);
            var residual = 0.0;
            foreach (var (j, xj) in columns.Index())
            {
                var previous = w[j];
                w[j] = g.Prox(previous + steps[j] * (xj * r), steps[j]);
                if (w[j] == previous)
                    continue;
                r -= (w[j] - previous) * xj;
                residual = Math.Max(residual, Math.Abs(w[j] - previous) / steps[j]);
            }

            yield return new Iterate(w.Clone(), residual);
        }
    }
}
