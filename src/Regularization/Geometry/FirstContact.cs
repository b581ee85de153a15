using MathNet.Numerics.LinearAlgebra;

namespace Regularization;

/// <summary><c>min J₀(w) subject to ‖w‖_p ≤ t</c>: where the growing ellipse of the loss first touches the ball.</summary>
/// <remarks>
/// The picture is the Karush–Kuhn–Tucker conditions: at the touching point <c>−∇J₀(w)</c> lies in the normal cone of the ball,
/// and λ says how long it is. When the loss's own minimum is inside the ball nothing touches: λ = 0 (complementary slackness).
/// Source: Boyd and Vandenberghe (2004), §5.5.3; Tibshirani (1996), fig. 2.
/// </remarks>
/// <param name="Point">The solution w.</param>
/// <param name="Level"><c>J₀(w)</c>, the level of the touching ellipse.</param>
/// <param name="Lambda">λ of <c>J₀(w) + λ‖w‖₁</c> (p = 1) or <c>J₀(w) + ½λ‖w‖²</c> (p = 2) with the same solution.</param>
/// <param name="AtVertex">The solution is a vertex of the diamond: one weight is exactly zero because of the constraint.</param>
public sealed record FirstContact(Vector Point, double Level, double Lambda, bool AtVertex)
{
    /// <summary>λ > 0: the constraint holds the solution back; otherwise it might as well be absent.</summary>
    public bool Active => Lambda > 0;

    /// <summary>Finds the solution in the plane for p = 1 or p = 2.</summary>
    public static FirstContact Find(EllipticalLoss loss, int p, double radius)
    {
        Plane.Require(loss.Center);
        Argument.AtLeast(p, 1);
        Argument.AtMost(p, 2);
        Argument.Positive(radius);
        if (loss.Center.Norm(p) <= radius)
            return new FirstContact(loss.Center.Clone(), 0, 0, AtVertex: false);
        return p == 1 ? WithDiamond(loss, radius) : WithDisc(loss, radius);
    }

    // The best of the best points of the four edges; clipping to an edge's end gives a vertex exactly.
    private static FirstContact WithDiamond(EllipticalLoss loss, double t)
    {
        Vector[] vertices = [Plane.Point(t, 0), Plane.Point(0, t), Plane.Point(-t, 0), Plane.Point(0, -t)];
        var point = Enumerable.Range(0, 4).Select(i => BestOnEdge(loss, vertices[i], vertices[(i + 1) % 4])).MinBy(loss.Value)!;
        // −∇J₀ = λs with sᵀw = ‖w‖₁ = t.
        var lambda = -(loss.Gradient(point) * point) / t;
        return new FirstContact(point, loss.Value(point), lambda, AtVertex: point[0] == 0 || point[1] == 0);
    }

    private static Vector BestOnEdge(EllipticalLoss loss, Vector from, Vector to)
    {
        var edge = to - from;
        var share = -(loss.Gradient(from) * edge) / (edge * (loss.Hessian * edge));
        return share <= 0 ? from : share >= 1 ? to : from + share * edge;
    }

    // The secular equation ‖(H + λI)⁻¹Hc‖ = t in the eigenvectors of H; its left side falls as λ grows.
    private static FirstContact WithDisc(EllipticalLoss loss, double t)
    {
        var eigen = loss.Hessian.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        var target = eigen.EigenVectors.TransposeThisAndMultiply(loss.Hessian * loss.Center);
        Vector Solution(double lambda) => eigen.EigenVectors * target.PointwiseDivide(values + lambda);

        var lambda = Bisection.Solve(value => Solution(value).L2Norm() - t, 0, target.L2Norm() / t);
        var point = Solution(lambda);
        return new FirstContact(point, loss.Value(point), lambda, AtVertex: false);
    }
}
