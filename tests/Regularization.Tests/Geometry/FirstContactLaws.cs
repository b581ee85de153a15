using CsCheck;

namespace Regularization.Tests;

public class FirstContactLaws
{
    private static readonly Gen<(EllipticalLoss Loss, int P, double Radius)> Case = Gen.Select(PlaneLosses.Any, Gen.Int[1, 2], Gen.Double[0.1, 3]);

    [Fact]
    public void No_boundary_point_is_better() => Case.Sample((loss, p, t) =>
    {
        var contact = FirstContact.Find(loss, p, t);
        if (!contact.Active)
            return contact.Point.Equals(loss.Center) && contact.Level == 0 && loss.Center.Norm(p) <= t;
        var curve = NormBall.Boundary(p, t, 8000);
        var slow = curve.X.Zip(curve.Y).Min(w => loss.Value(Vector.Build.DenseOfArray([w.First, w.Second])));
        // The search misses the minimum by at most half a step, and the level by gradient·0 + curvature·step²; a vertex it hits exactly.
        return contact.Level <= slow + 1e-12 * (1 + slow) && contact.Level >= slow - 1e-3 * (1 + slow) && Math.Abs(contact.Point.Norm(p) - t) <= 1e-12 * t;
    });

    [Fact]
    public void Minus_the_gradient_is_lambda_times_a_subgradient() => Case.Sample((loss, p, t) =>
    {
        var (w, _, lambda, _) = FirstContact.Find(loss, p, t);
        var g = -loss.Gradient(w);
        return p == 2
            ? (g - lambda * w).InfinityNorm() <= 1e-9 * (1 + g.L2Norm())
            : Enumerable.Range(0, 2).All(j => w[j] == 0 ? Math.Abs(g[j]) <= lambda + 1e-9 : Math.Abs(g[j] - lambda * Math.Sign(w[j])) <= 1e-9);
    });

    [Fact]
    public void The_penalty_form_with_this_lambda_has_the_same_solution() => Gen.Select(Case, Gen.Double[-4, 4], Gen.Double[-4, 4]).Sample((problem, a, b) =>
    {
        var (loss, p, t) = problem;
        var contact = FirstContact.Find(loss, p, t);
        double Cost(Vector w) => loss.Value(w) + contact.Lambda * (p == 1 ? w.L1Norm() : w * w / 2);
        return Cost(contact.Point) <= Cost(Vector.Build.DenseOfArray([a, b])) + 1e-9;
    });

    [Fact]
    public void Complementary_slackness() => Case.Sample((loss, p, t) =>
    {
        var contact = FirstContact.Find(loss, p, t);
        return contact.Lambda >= 0 && Math.Abs(contact.Lambda * (contact.Point.Norm(p) - t)) <= 1e-10 && contact.Active == loss.Center.Norm(p) > t;
    });

    [Fact]
    public void The_gradient_lies_in_the_normal_cone_of_the_diamond() => Case.Where((loss, p, t) => p == 1 && loss.Center.L1Norm() > t).Sample((loss, _, t) =>
    {
        var contact = FirstContact.Find(loss, 1, t);
        var cone = NormalCone.OfL1Ball(contact.Point, t);
        var g = -loss.Gradient(contact.Point);
        // A center a rounding error outside the ball leaves a gradient that has no direction.
        return (cone.Contains(g) || g.L2Norm() <= 1e-12) && cone.Rays.Count == (contact.AtVertex ? 2 : 1);
    });

    [Fact]
    public void Agrees_with_the_lasso_and_ridge_paths() => Gen.Select(PathProblems.Tall.Where((x, _) => x.ColumnCount == 2), Gen.Double[0.05, 0.95]).Sample((problem, share) =>
    {
        var (x, y) = problem;
        var (lasso, ridge, loss) = (LassoPath.Fit(x, y), RidgePath.Fit(x, y), EllipticalLoss.OfLeastSquares(x, y));
        var (one, two) = (FirstContact.Find(loss, 1, share * lasso.End.L1Norm), FirstContact.Find(loss, 2, share * ridge.Radius(0)));
        return Math.Abs(one.Lambda - lasso.LambdaAt(share * lasso.End.L1Norm)) <= 1e-7 * (1 + lasso.LambdaMax)
            && (one.Point - lasso.At(one.Lambda)).InfinityNorm() <= 1e-7 * (1 + lasso.End.L1Norm)
            && (two.Point - ridge.At(two.Lambda)).InfinityNorm() <= 1e-7 * (1 + ridge.Radius(0));
    });

    [Fact]
    public void A_circle_far_out_on_an_axis_touches_a_vertex_and_one_on_the_diagonal_an_edge()
    {
        var round = Matrix.Build.DenseIdentity(2);
        var vertex = FirstContact.Find(new EllipticalLoss(round, Vector.Build.DenseOfArray([0.5, -3])), 1, 1);
        Assert.Equal([0, -1], vertex.Point);
        Assert.True(vertex.AtVertex);
        Assert.Equal(2, vertex.Lambda, 1e-12);
        Assert.Equal((0.25 + 4) / 2, vertex.Level, 1e-12);
        var edge = FirstContact.Find(new EllipticalLoss(round, Vector.Build.DenseOfArray([2, 2])), 1, 1);
        Assert.Equal([0.5, 0.5], edge.Point);
        Assert.False(edge.AtVertex);
        Assert.Equal(1.5, edge.Lambda, 1e-12);
        Assert.False(FirstContact.Find(new EllipticalLoss(round, Vector.Build.DenseOfArray([0.5, 0.5])), 1, 1).Active);
    }

    [Fact]
    public void Other_norms_and_dimensions_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FirstContact.Find(new EllipticalLoss(Matrix.Build.DenseIdentity(2), Vector.Build.Dense(2)), 3, 1));
        Assert.Throws<ArgumentException>(() => FirstContact.Find(new EllipticalLoss(Matrix.Build.DenseIdentity(3), Vector.Build.Dense(3)), 1, 1));
    }
}
