using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>How λ, the step and the unit of w trade against each other.</summary>
public class ScalingLaws
{
    private static readonly Func<double, IPenalty>[] Families =
    [
        lambda => new L0Penalty(lambda),
        lambda => new L1Penalty(lambda),
        lambda => new SquaredL2Penalty(lambda),
        lambda => new ElasticNetPenalty(lambda, 0.4),
        lambda => new L2NormPenalty(lambda),
    ];

    [Fact]
    public void Every_penalty_with_a_strength_is_among_the_families() =>
        Assert.Equal(Concrete<IPenalty>().Where(t => t.GetProperty("Lambda") != null), TypesOf(Families.Select(family => family(1))));

    [Fact]
    public void Only_lambda_times_step_matters_to_the_prox() =>
        Gen.Select(Gen.OneOf(Families), Triple, Step, Gen.Double[0.1, 5]).Sample((family, v, step, lambda) =>
            Distance(family(lambda).Prox(v, step), family(lambda * step).Prox(v, 1)) <= 1e-13);

    [Fact]
    public void The_value_is_proportional_to_lambda() =>
        Gen.Select(Gen.OneOf(Families), Triple, Gen.Double[0, 5]).Sample((family, w, lambda) =>
            Math.Abs(family(lambda).Value(w) - lambda * family(1).Value(w)) <= 1e-12 * (1 + lambda * family(1).Value(w)));

    [Fact]
    public void Norms_scale_with_the_unit() =>
        Gen.Select(Gen.OneOf(Families[1], Families[4]), Triple, Step, Gen.Double[0.1, 5]).Sample((family, v, step, a) =>
            Distance(family(1).Prox(a * v, a * step), a * family(1).Prox(v, step)) <= 1e-12);

    [Fact]
    public void The_count_scales_with_the_square_of_the_unit() =>
        Gen.Select(Triple, Step, Gen.Double[0.1, 5]).Sample((v, step, a) =>
            // A draw exactly on the threshold may fall on either side once a has rounded it.
            v.Any(vj => Math.Abs(Math.Abs(vj) - Math.Sqrt(2 * step)) < 1e-9) ||
            Distance(new L0Penalty(1).Prox(a * v, a * a * step), a * new L0Penalty(1).Prox(v, step)) <= 1e-12);

    [Fact]
    public void The_square_does_not_see_the_unit() =>
        Gen.Select(Triple, Step, Gen.Double[0.1, 5]).Sample((v, step, a) =>
            Distance(new SquaredL2Penalty(1).Prox(a * v, step), a * new SquaredL2Penalty(1).Prox(v, step)) <= 1e-12);

    [Fact]
    public void Moreau_soft_thresholding_takes_away_the_projection_on_the_dual_ball() =>
        Gen.Select(Triple, Step, Gen.Double[0, 5]).Sample((v, step, lambda) =>
            Distance(v, new L1Penalty(lambda).Prox(v, step) + new InfinityBall(lambda * step).Project(v)) <= 1e-13);

    [Fact]
    public void Moreau_block_thresholding_takes_away_the_projection_on_the_round_ball() =>
        Gen.Select(Triple, Step, Gen.Double[0, 5]).Sample((v, step, lambda) =>
            Distance(v, new L2NormPenalty(lambda).Prox(v, step) + new L2Ball(lambda * step).Project(v)) <= 1e-13);

    [Fact]
    public void Moreau_shrinking_is_what_its_conjugate_leaves() =>
        // g = ½λ‖·‖², g* = ‖·‖²/(2λ): v = prox(v, step) + step·prox of g* (v/step, 1/step).
        Gen.Select(Triple, Step, Gen.Double[0.1, 5]).Sample((v, step, lambda) =>
            Distance(v, new SquaredL2Penalty(lambda).Prox(v, step) + step * new SquaredL2Penalty(1 / lambda).Prox(v / step, 1 / step)) <= 1e-12);
}
