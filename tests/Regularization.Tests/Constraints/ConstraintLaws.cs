using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

/// <summary>What holds for every ball.</summary>
public class ConstraintLaws
{
    private static readonly IConstraint[] Cases =
    [
        new L0Ball(0), new L0Ball(1), new L0Ball(2), new L0Ball(5),
        new L1Ball(0), new L1Ball(1), new L1Ball(7), new L1Ball(1000),
        new L2Ball(0), new L2Ball(1), new L2Ball(7), new L2Ball(1000),
        new InfinityBall(0), new InfinityBall(1), new InfinityBall(7), new InfinityBall(1000),
    ];

    public static TheoryData<IConstraint> All => new(Cases);

    public static TheoryData<IConstraint> Convex => new(Cases.Where(c => c is not L0Ball));

    [Fact]
    public void Every_constraint_is_among_the_cases() => Assert.Equal(Concrete<IConstraint>(), TypesOf(Cases));

    [Theory, MemberData(nameof(All))]
    public void The_projection_is_in_the_set_and_stays_put(IConstraint c) =>
        Triple.Sample(v =>
        {
            var w = c.Project(v);
            // Projecting again may correct the last bits of the radius.
            return c.Contains(w) && Distance(c.Project(w), w) <= 1e-14;
        });

    [Theory, MemberData(nameof(All))]
    public void What_is_in_the_set_does_not_move(IConstraint c) =>
        Triple.Sample(v => !c.Contains(v, tolerance: 0) || c.Project(v).Equals(v));

    [Theory, MemberData(nameof(All))]
    public void No_other_point_of_the_set_is_nearer(IConstraint c) =>
        Gen.Select(Triple, Triple, Gen.Double[0, 1]).Sample((v, other, t) =>
        {
            var w = c.Project(v);
            return new[] { other, v, t * v + (1 - t) * other }
                .Select(z => Member(c, z))
                .All(z => (v - w).L2Norm() <= (v - z).L2Norm() + 1e-12);
        }, iter: 300);

    [Theory, MemberData(nameof(Convex))]
    public void The_way_to_the_set_is_a_normal_of_it(IConstraint c) =>
        Gen.Select(Triple, Triple).Sample((v, other) =>
        {
            var w = c.Project(v);
            return (v - w) * (Member(c, other) - w) <= 1e-10;
        }, iter: 300);

    [Theory, MemberData(nameof(Convex))]
    public void Projections_on_convex_sets_bring_no_two_points_apart(IConstraint c) =>
        Gen.Select(Triple, Triple).Sample((u, v) => (c.Project(u) - c.Project(v)).L2Norm() <= (u - v).L2Norm() + 1e-12);

    [Theory, MemberData(nameof(All))]
    public void Projecting_leaves_the_argument_alone(IConstraint c) =>
        Triple.Sample(v =>
        {
            var before = v.Clone();
            c.Project(v);
            return v.Equals(before);
        });

    // Some point of the set near z, made without the projection: drop the last coordinates, or pull toward the origin.
    private static Vector Member(IConstraint c, Vector z)
    {
        if (c is L0Ball ball)
            return z.MapIndexed((j, zj) => j < ball.Size ? zj : 0, Zeros.Include);
        while (!c.Contains(z, tolerance: 0))
            z = z.L2Norm() < 1e-100 ? 0 * z : 0.9 * z;
        return z;
    }
}
