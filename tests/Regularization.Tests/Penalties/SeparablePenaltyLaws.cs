using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>One weight at a time, against slow obvious twins.</summary>
public class SeparablePenaltyLaws
{
    public static TheoryData<SeparablePenalty> Separable => new(PenaltyLaws.Cases.OfType<SeparablePenalty>());

    [Theory, MemberData(nameof(Separable))]
    public void Prox_is_as_good_as_the_best_point_of_a_fine_grid(SeparablePenalty g) =>
        Gen.Select(Point, Step).Sample((v, step) =>
        {
            double Cost(double w) => g.Value(w) + (w - v) * (w - v) / (2 * step);
            // 4001 points from −10 to 10, 0 and v themselves among them.
            var grid = Enumerable.Range(-2000, 4001).Select(i => i / 200.0).Append(v).MinBy(Cost);
            var prox = g.Prox(v, step);
            // The value must be as low and, where there is but one minimizer, the place as near as the grid is fine.
            return Cost(prox) <= Cost(grid) + 1e-12 && (g is not IConvexPenalty || Math.Abs(prox - grid) <= 0.01);
        });

    [Theory, MemberData(nameof(Separable))]
    public void Subdifferential_distance_is_that_of_the_nearest_slope_found_by_search(SeparablePenalty g) =>
        Gen.Select(Point, Point).Sample((w, gradient) =>
        {
            if (g is not IConvexPenalty)
                return true;
            // s ∈ ∂g(w) ⇔ w = prox(w + s): try the slopes −60 … 60 in steps of 1/20, and the one-sided difference quotients.
            var slopes = Enumerable.Range(-1200, 2401).Select(i => i / 20.0)
                .Append((g.Value(w + 1e-7) - g.Value(w)) / 1e-7)
                .Append((g.Value(w) - g.Value(w - 1e-7)) / 1e-7)
                .Where(s => Math.Abs(g.Prox(w + s, 1) - w) <= 1e-5);
            var nearest = slopes.Min(s => Math.Abs(s + gradient));
            // The search misses by half a step of its grid at most.
            return Math.Abs(g.SubdifferentialDistance(w, gradient) - nearest) <= 0.026;
        });

    [Theory, MemberData(nameof(Separable))]
    public void The_vector_is_its_coordinates(SeparablePenalty g) =>
        Gen.Select(Triple, Step, Triple).Sample((w, step, gradient) =>
        {
            var (value, squared) = (0.0, 0.0);
            for (var j = 0; j < 3; j++)
            {
                value += g.Value(w[j]);
                squared += Math.Pow(g.SubdifferentialDistance(w[j], gradient[j]), 2);
                if (g.Prox(w, step)[j] != g.Prox(w[j], step))
                    return false;
            }

            return Math.Abs(g.Value(w) - value) <= 1e-12 * (1 + value)
                && Math.Abs(g.SubdifferentialDistance(w, gradient) - Math.Sqrt(squared)) <= 1e-12 * (1 + Math.Sqrt(squared));
        });
}
