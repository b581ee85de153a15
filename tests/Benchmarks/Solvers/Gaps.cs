using MathNet.Numerics.LinearAlgebra;
using Regularization;

namespace Benchmarks;

/// <summary>The worst relative duality gap <c>(P − D)/P</c> of a path: one function for everybody's coefficients.</summary>
internal static class Gaps
{
    /// <summary>Of a lasso path; X centered, columns at unit deviation, y centered; weights in the units of the data, a column a λ.</summary>
    public static double Lasso(Matrix x, Vector y, IReadOnlyList<double> lambdas, Func<int, Vector> weights)
    {
        var data = Standardization.Fit(x, y, ColumnScale.UnitDeviation);
        var f = new LeastSquares(data.X, data.Y);
        return Enumerable.Range(0, lambdas.Count).Max(k =>
        {
            var w = weights(k).PointwiseMultiply(data.Scales);
            var r = f.Residual(w);
            return DualityGap.Lasso(f, w, lambdas[k]) / (r * r / 2 + lambdas[k] * w.L1Norm());
        });
    }

    /// <summary>Of a logistic lasso path; the intercept is balanced first, as the dual demands.</summary>
    public static double Logistic(Matrix x, Vector y, IReadOnlyList<double> lambdas, Func<int, (double Intercept, Vector Weights)> models)
    {
        var data = Standardization.Fit(x, y, ColumnScale.UnitDeviation);
        return Enumerable.Range(0, lambdas.Count).Max(k =>
        {
            var (_, w) = models(k);
            w = w.PointwiseMultiply(data.Scales);
            var scores = data.X * w;
            var b = Balanced(scores, y);
            var z = scores + b;
            var p = z.Map(Regularization.Logistic.Sigmoid, Zeros.Include);
            var c = data.X.TransposeThisAndMultiply(y - p);
            var s = Math.Min(1, lambdas[k] / c.AbsoluteMaximum());
            var loss = z.Zip(y, (score, one) => Regularization.Logistic.LogOnePlusExp(one == 1 ? -score : score)).Sum();
            // −F*(−θ) with q = y − θ is the entropy of q.
            var dual = p.Zip(y, (probability, one) => Entropy(one - s * (one - probability))).Sum();
            var primal = loss + lambdas[k] * w.L1Norm();
            return (primal - dual) / primal;
        });
    }

    private static double Entropy(double q) => -(q > 0 ? q * Math.Log(q) : 0) - (q < 1 ? (1 - q) * Math.Log(1 - q) : 0);

    private static double Balanced(Vector scores, Vector y)
    {
        var (low, high) = (-50.0, 50.0);
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            if (scores.Sum(z => Regularization.Logistic.Sigmoid(z + middle)) < y.Sum())
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }
}
