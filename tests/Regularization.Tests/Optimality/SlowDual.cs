namespace Regularization.Tests;

/// <summary>The dual functions as the textbooks write them, at the dual point of the library: slow, with cancellation, and obvious.</summary>
internal static class SlowDual
{
    public static double Of(Problem problem, Vector w) => (problem.Datafit, problem.Penalty) switch
    {
        (LeastSquares f, L1Penalty g) => Lasso(f, Scaled(f.X, f.Residual(w), g.Lambda), g.Lambda),
        (LeastSquares f, ElasticNetPenalty g) => Math.Max(
            ElasticNet(f, f.Residual(w), g), ElasticNet(f, Scaled(f.X, f.Residual(w), g.Lambda * g.L1Ratio), g)),
        (LeastSquares f, SquaredL2Penalty g) => Dual(f, f.Residual(w)) - Squares(f.X.Transpose() * f.Residual(w)) / (2 * g.Lambda),
        (LogisticLoss f, L1Penalty g) => Entropy(f, Scaled(f.X, f.Y - f.Probabilities(w), g.Lambda), g.Lambda),
        _ => throw new ArgumentException("no dual"),
    };

    private static double Squares(Vector v) => v * v;

    // ½‖y‖² − ½‖y − θ‖²
    private static double Dual(LeastSquares f, Vector theta) => Squares(f.Y) / 2 - Squares(f.Y - theta) / 2;

    // θ scaled down until |xⱼᵀθ| ≤ λ for every column.
    private static Vector Scaled(Matrix x, Vector theta, double lambda) =>
        x.EnumerateColumns().Aggregate(theta, (scaled, xj) => Math.Abs(xj * scaled) > lambda ? lambda / Math.Abs(xj * scaled) * scaled : scaled);

    private static double Lasso(LeastSquares f, Vector theta, double lambda)
    {
        Assert.All(f.X.EnumerateColumns(), xj => Assert.True(Math.Abs(xj * theta) <= lambda * (1 + 1e-12)));
        return Dual(f, theta);
    }

    private static double ElasticNet(LeastSquares f, Vector theta, ElasticNetPenalty g)
    {
        var (l1, l2) = (g.Lambda * g.L1Ratio, g.Lambda * (1 - g.L1Ratio));
        return Dual(f, theta) - f.X.EnumerateColumns().Sum(xj => Math.Pow(Math.Max(0, Math.Abs(xj * theta) - l1), 2) / (2 * l2));
    }

    private static double Entropy(LogisticLoss f, Vector theta, double lambda)
    {
        Assert.All(f.X.EnumerateColumns(), xj => Assert.True(Math.Abs(xj * theta) <= lambda * (1 + 1e-12)));
        static double XLogX(double x) => x <= 0 ? 0 : x * Math.Log(x);
        return -(f.Y - theta).Sum(q => XLogX(q) + XLogX(1 - q));
    }
}
