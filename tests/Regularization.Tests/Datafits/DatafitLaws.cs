using CsCheck;
using static Regularization.Tests.Draw;

namespace Regularization.Tests;

public class DatafitLaws
{
    private static readonly IDatafit[] Cases =
    [
        new LeastSquares(Design(7, 3, 1), Response(Design(7, 3, 1), 1)),
        new LeastSquares(Design(2, 3, 2), V(1, -2)),
        new LogisticLoss(Design(7, 3, 3), V(0, 1, 1, 0, 1, 0, 0)),
        new Quadratic(Matrix.Build.DenseOfArray(new[,] { { 2.0, 1, 0 }, { 1, 3, 0.5 }, { 0, 0.5, 1 } }), V(1, -1, 2)),
    ];

    public static TheoryData<IDatafit> All => new(Cases);

    [Fact]
    public void Every_datafit_is_among_the_cases() => Assert.Equal(Concrete<IDatafit>(), TypesOf(Cases));

    [Theory, MemberData(nameof(All))]
    public void Gradient_is_the_slope_of_the_value(IDatafit f) =>
        Gen.Select(Triple, Triple).Sample((w, direction) =>
        {
            // The central difference misses by h²: 1e-8 here, times derivatives up to about 1e4.
            const double h = 1e-4;
            var slope = (f.Value(w + h * direction) - f.Value(w - h * direction)) / (2 * h);
            return Math.Abs(slope - f.Gradient(w) * direction) <= 1e-5 * (1 + Math.Abs(slope));
        });

    [Theory, MemberData(nameof(All))]
    public void Lies_above_its_tangents(IDatafit f) =>
        Gen.Select(Triple, Triple).Sample((u, w) => f.Value(u) >= f.Value(w) + f.Gradient(w) * (u - w) - 1e-9 * (1 + f.Value(w) + f.Value(u)));

    [Theory, MemberData(nameof(All))]
    public void Gradient_changes_no_faster_than_the_Lipschitz_constant(IDatafit f) =>
        Gen.Select(Triple, Triple).Sample((u, w) =>
            (f.Gradient(u) - f.Gradient(w)).L2Norm() <= f.Lipschitz * (u - w).L2Norm() * (1 + 1e-10) + 1e-10);

    [Theory, MemberData(nameof(All))]
    public void The_Lipschitz_constant_is_reached(IDatafit f)
    {
        // The steepest direction at the origin by power iteration on differences of the gradient: there σ(1 − σ) = ¼ exactly.
        const double h = 1e-5;
        var zero = Vector.Build.Dense(f.Dimension);
        var direction = V(1, 0.9, 1.1).Normalize(2);
        var curvature = 0.0;
        for (var i = 0; i < 500; i++)
        {
            var change = (f.Gradient(h * direction) - f.Gradient(-h * direction)) / (2 * h);
            curvature = change.L2Norm();
            direction = change / curvature;
        }

        Assert.Equal(f.Lipschitz, curvature, 1e-6 * f.Lipschitz);
    }
}
