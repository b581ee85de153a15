using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>What holds for every penalty, whatever its formula.</summary>
public class PenaltyLaws
{
    internal static readonly IPenalty[] Cases =
    [
        new NoPenalty(),
        new L0Penalty(0), new L0Penalty(0.7), new L0Penalty(8),
        new L1Penalty(0), new L1Penalty(0.7), new L1Penalty(3),
        new SquaredL2Penalty(0), new SquaredL2Penalty(0.7), new SquaredL2Penalty(3),
        new ElasticNetPenalty(0, 0.5), new ElasticNetPenalty(2, 0), new ElasticNetPenalty(2, 0.3), new ElasticNetPenalty(2, 1),
        new L2NormPenalty(0), new L2NormPenalty(0.7), new L2NormPenalty(6),
    ];

    public static TheoryData<IPenalty> All => new(Cases);

    [Fact]
    public void Every_penalty_is_among_the_cases() => Assert.Equal(Concrete<IPenalty>(), TypesOf(Cases));

    [Theory, MemberData(nameof(All))]
    public void Prox_beats_every_other_point(IPenalty g) =>
        Gen.Select(Triple, Step, Triple).Sample((v, step, other) =>
        {
            double Cost(Vector w) => g.Value(w) + (w - v) * (w - v) / (2 * step);
            return Cost(g.Prox(v, step)) <= Cost(other) + 1e-9;
        }, iter: 300);

    [Theory, MemberData(nameof(All))]
    public void Prox_beats_the_points_that_differ_from_it_or_from_its_argument_in_zeros(IPenalty g) =>
        // The rivals that matter for jumps: v with some coordinates dropped.
        Gen.Select(Triple, Step).Sample((v, step) =>
        {
            double Cost(Vector w) => g.Value(w) + (w - v) * (w - v) / (2 * step);
            var best = Cost(g.Prox(v, step));
            return Enumerable.Range(0, 8).All(mask => best <= Cost(v.MapIndexed((j, vj) => (mask >> j & 1) == 1 ? vj : 0)) + 1e-9);
        }, iter: 300);

    [Theory, MemberData(nameof(All))]
    public void Nothing_is_cheaper_than_the_origin_and_that_is_free(IPenalty g) =>
        Triple.Sample(w => g.Value(w) >= 0 && g.Value(0 * w) == 0 && g.Value(-w) == g.Value(w));

    [Theory, MemberData(nameof(All))]
    public void Prox_is_odd_and_does_not_lengthen(IPenalty g) =>
        Gen.Select(Triple, Step).Sample((v, step) =>
            g.Prox(-v, step).Equals(-g.Prox(v, step)) && g.Prox(v, step).L2Norm() <= v.L2Norm() * (1 + 1e-15));

    [Theory, MemberData(nameof(All))]
    public void Prox_lands_where_the_subdifferential_says(IPenalty g) =>
        // w = prox(v) means (v − w)/step ∈ ∂g(w). Also for L0, with the limiting subdifferential. Rounding of v − w is divided by the step.
        Gen.Select(Triple, Step).Sample((v, step) =>
        {
            var w = g.Prox(v, step);
            return g.SubdifferentialDistance(w, (w - v) / step) <= 1e-12;
        }, iter: 300);

    [Theory, MemberData(nameof(All))]
    public void Prox_leaves_the_argument_alone(IPenalty g) =>
        Gen.Select(Triple, Step).Sample((v, step) =>
        {
            var before = v.Clone();
            g.Prox(v, step);
            return v.Equals(before);
        });

    [Theory, MemberData(nameof(All))]
    public void The_distance_to_the_subdifferential_changes_no_faster_than_the_gradient(IPenalty g) =>
        // The distance to any set is 1-Lipschitz: a wrong factor or a squared distance breaks it.
        Gen.Select(Triple, Triple, Triple).Sample((w, a, b) =>
            Math.Abs(g.SubdifferentialDistance(w, a) - g.SubdifferentialDistance(w, b)) <= (a - b).L2Norm() + 1e-12);
}
