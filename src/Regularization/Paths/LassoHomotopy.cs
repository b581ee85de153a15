namespace Regularization;

/// <summary>Lowers λ from λ_max to 0 and stops where the support changes: the least angle regression algorithm with drops.</summary>
/// <remarks>
/// While support A and signs s stay, the optimality condition <c>X_Aᵀ(y − X_A w_A) = λs</c> is linear:
/// <c>w_A = u − λv</c> with <c>u = (X_AᵀX_A)⁻¹X_Aᵀy</c>, <c>v = (X_AᵀX_A)⁻¹s</c>. A column j outside enters where its correlation
/// <c>x_jᵀ(y − X_A w_A) = r_j + λq_j</c> reaches ±λ, which is at <c>λ = |r_j| / (1 − sign(r_j)·q_j)</c>; a column inside
/// leaves where <c>u_j = λv_j</c>. The next knot is the largest of these. Every step solves the small system afresh: slow and
/// clear. Columns that depend linearly on A never enter. Source: Efron, Hastie, Johnstone and Tibshirani (2004), §3.1.
/// </remarks>
internal static class LassoHomotopy
{
    private sealed record Event(double Lambda, int Column, double Sign, bool Enters);

    public static IEnumerable<LassoKnot> Follow(Matrix x, Vector y)
    {
        var correlations = x.TransposeThisAndMultiply(y);
        var first = correlations.AbsoluteMaximumIndex();
        var lambda = Math.Abs(correlations[first]);
        var zero = Vector.Build.Dense(x.ColumnCount);
        if (lambda == 0)
        {
            yield return new LassoKnot(0, zero, 0);
            yield break;
        }

        yield return new LassoKnot(lambda, zero, 0, Entering: first);
        var next = new Event(lambda, first, Math.Sign(correlations[first]), Enters: true);
        var active = new List<(int Column, double Sign)>();

        // In practice a path has a few times min(n, p) knots; the bound only turns a cycle caused by ties into an error.
        for (var step = 0; step < 100 * (x.ColumnCount + 10); step++)
        {
            if (next.Enters)
                active.Add((next.Column, next.Sign));
            else
                active.RemoveAll(a => a.Column == next.Column);

            var segment = new Segment(x, y, active);
            var last = next;
            next = segment.Events(last).MaxBy(e => e.Lambda);
            if (next is null)
            {
                yield return Knot(segment, 0, null);
                yield break;
            }

            yield return Knot(segment, next.Lambda, next);
        }

        throw new InvalidOperationException("The lasso path did not reach λ = 0: columns of x enter and leave at the same λ without end (ties).");
    }

    private static LassoKnot Knot(Segment segment, double lambda, Event? change)
    {
        var w = segment.At(lambda);
        if (change is null)
            return new LassoKnot(lambda, w, w.L1Norm());
        // Zero in exact arithmetic; say so exactly.
        w[change.Column] = 0;
        return change.Enters
            ? new LassoKnot(lambda, w, w.L1Norm(), Entering: change.Column)
            : new LassoKnot(lambda, w, w.L1Norm(), Leaving: change.Column);
    }

    /// <summary>The straight piece of the path that belongs to one support and its signs.</summary>
    private sealed class Segment
    {
        // Correlations below this share of ‖x_j‖‖y‖ are rounding errors of zero.
        private const double Rounding = 1e-13;

        private readonly Matrix x;
        private readonly Vector y;
        private readonly List<(int Column, double Sign)> active;
        private readonly Vector u;
        private readonly Vector v;

        public Segment(Matrix x, Vector y, List<(int Column, double Sign)> active)
        {
            (this.x, this.y, this.active) = (x, y, active);
            if (active.Count == 0)
            {
                // A column may leave just before another enters at the same λ.
                (u, v) = (Vector.Build.Dense(1), Vector.Build.Dense(1));
                return;
            }

            var columns = Matrix.Build.DenseOfColumnVectors(active.Select(a => x.Column(a.Column)));
            var factor = columns.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
            var signs = Vector.Build.DenseOfEnumerable(active.Select(a => a.Sign));
            u = factor.Solve(y);
            // (X_AᵀX_A)⁻¹s = R⁻¹R⁻ᵀs
            v = factor.R.Solve(factor.R.Transpose().Solve(signs));
        }

        public Vector At(double lambda)
        {
            var w = Vector.Build.Dense(x.ColumnCount);
            for (var i = 0; i < active.Count; i++)
                w[active[i].Column] = u[i] - lambda * v[i];
            return w;
        }

        public IEnumerable<Event> Events(Event last) =>
            Entries(last).Concat(Exits(last)).Select(e => e with { Lambda = Math.Min(e.Lambda, last.Lambda) });

        private IEnumerable<Event> Entries(Event last)
        {
            var (atZero, slope) = (At(0), At(0) - At(1));
            var residual = y - x * atZero;
            var direction = x * slope;
            for (var j = 0; j < x.ColumnCount; j++)
            {
                var column = x.Column(j);
                var (r, q) = (column * residual, column * direction);
                var sign = Math.Sign(r);
                var isNoise = Math.Abs(r) <= Rounding * column.L2Norm() * y.L2Norm();
                // A column that has just left touches the bound of its old sign now, and moves away from it.
                var hasJustLeft = !last.Enters && last.Column == j && last.Sign == sign;
                if (!isNoise && !hasJustLeft && active.TrueForAll(a => a.Column != j))
                    yield return new Event(1 - sign * q > 0 ? Math.Abs(r) / (1 - sign * q) : last.Lambda, j, sign, Enters: true);
            }
        }

        // A column that has just entered is 0 now, and moves away from it.
        private IEnumerable<Event> Exits(Event last) =>
            from i in Enumerable.Range(0, active.Count)
            let a = active[i]
            where u[i] * a.Sign < 0 && !(last.Enters && last.Column == a.Column)
            select new Event(u[i] / v[i], a.Column, a.Sign, Enters: false);
    }
}
