namespace Regularization.Course;

public static partial class L2Decay
{
    /// <summary>From the radius of the constraint to λ.</summary>
    public static FunctionExercise<Matrix, Vector, double, double> RadiusToLambda { get; } = new("l2.radius", "From the radius to λ")
    {
        Prompt = "The λ ≥ 0 of the penalty ½λ‖w‖² whose solution is that of: minimize ½‖y − Xw‖² subject to ‖w‖₂ ≤ t, for t > 0.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MyLambda",
        Tolerance = 1e-5, // a bisection may stop early
        Reference = (x, y, t) => RidgePath.Fit(x, y).LambdaAt(t),
        Checks =
        [
            new("is right in the example", (SmallDesign, Of(9, 6), Math.Sqrt(11.25)), (SmallDesign, Of(12, 3), 4.5), (SmallDesign, Of(9, 6), 2)),
            new("is 0 when the disc contains least squares", (SmallDesign, Of(9, 6), 5), (SmallDesign, Of(9, 6), 100), (SmallDesign, Of(0, 0), 1)),
            new("is right for very small discs", (SmallDesign, Of(9, 6), 0.01), (SmallDesign, Of(-9, -6), 1e-3)),
            new("is right for other data, also with more features than samples", (Rows([1, 0], [0, 2], [1, -1]), Of(1, -4, 2), 0.7), (Rows([1, 2, 2], [0, 1, -1]), Of(3, 2), 0.8), (Rows([0.1, 0.2], [0.2, 0.1]), Of(1, 3), 2)),
        ],
        Misconceptions =
        [
            new((x, y, t) => t, "this is t itself. A larger disc belongs to a smaller λ, and how much smaller depends on the data"),
            new((x, y, t) => 1 / t, "1/t has the right direction, but the map depends on the data, not on t alone"),
            new((x, y, t) => RidgePath.Fit(x, y).LambdaAt(t) * t, "this is λt, the multiplier of the constraint written as ‖w‖ ≤ t, without squares"),
            new((x, y, t) => RidgePath.Fit(x, y).LambdaAt(t) / 2, "this is λ/2, the multiplier of the constraint written as ‖w‖² ≤ t². Our penalty is ½λ‖w‖²"),
            new((x, y, t) => RidgePath.Fit(x, y).LambdaAt(t) * 2, "this is 2λ: the ½ of the penalty is gone after differentiating, and needs no repair"),
            new((x, y, t) => Math.Max(0, RidgePath.Fit(x, y).Radius(0) / t - 1), "‖ŵ(0)‖/t − 1 is right only if all singular values are 1 (an orthonormal X)"),
            new((x, y, t) => RidgePath.Fit(x, y).LambdaAt(Math.Sqrt(t)), "you forgot the square root: this solves ‖w‖² = t"),
            new((x, y, t) => Search(x, y, w => w.L1Norm() - t), "this uses the 1-norm, Σ|w_j| = t; the disc is round: √Σw_j² = t"),
        ],
        Hints =
        [
            "‖ŵ(λ)‖ falls as λ rises. If you can compute it for every λ, you can search for the λ where it is t.",
            "First the case without a search: if ‖ŵ(0)‖ ≤ t, the answer is 0. Otherwise find a λ that is large enough (double it until ‖ŵ(λ)‖ < t).",
            "Then halve the interval from 0 to that λ, again and again: keep the half whose ends have ‖ŵ‖ above and below t. A hundred times is plenty.",
        ],
        Solution = new(
            """
            double MyLambda(Matrix<double> x, Vector<double> y, double t)
            {
                var path = RidgePath.Fit(x, y);
                if (path.At(0).L2Norm() <= t) return 0;
                var (low, high) = (0.0, 1.0);
                while (path.At(high).L2Norm() > t) high *= 2;
                for (var i = 0; i < 100; i++)
                    if (path.At((low + high) / 2).L2Norm() > t) low = (low + high) / 2; else high = (low + high) / 2;
                return high;
            }
            """,
            "‖ŵ(λ)‖ is strictly decreasing, so bisection finds the one λ with ‖ŵ(λ)‖ = t. If least squares fits into the disc, the constraint does nothing and λ = 0."),
    };

    /// <summary>From λ of the squared norm to μ of the norm.</summary>
    public static FunctionExercise<Vector, double, double> UnsquaredStrength { get; } = new("l2.unsquared", "The other scale")
    {
        Prompt = "The μ for which J₀ + μ‖w‖₂ has the solution w ≠ 0 that ridge, J₀ + ½λ‖w‖², has for λ.",
        Kind = ExerciseKind.Derive,
        FunctionName = "MyMu",
        Reference = (w, lambda) => lambda * w.L2Norm(),
        Checks =
        [
            new("is right in the example", (Of(3, 1.5), 1.0), (Of(3, 1.5), 2)),
            new("uses the length of w, whatever its signs", (Of(3, -4), 0.5), (Of(-0.3, 0, 0.4), 8), (Of(0, -7), 3)),
            new("is 0 when λ is 0", (Of(4, 1), 0.0)),
        ],
        Misconceptions =
        [
            new((w, lambda) => lambda * (w * w), "this multiplies by ‖w‖²: take the square root"),
            new((w, lambda) => lambda / w.L2Norm(), "this is the other way round: λ = μ/‖w‖, so μ = λ times ‖w‖"),
            new((w, lambda) => 2 * lambda * w.L2Norm(), "twice too much: the derivative of ½λ‖w‖² is λw"),
            new((w, lambda) => lambda * w.L2Norm() / 2, "half of it: comparing the penalties is not enough, their gradients must agree. The gradient of ½λ‖w‖² is λw"),
            new((w, lambda) => lambda / 2 * (w * w), "this makes the two penalties equal; the solutions agree when their gradients do"),
            new((w, lambda) => lambda * w.L1Norm(), "this uses the 1-norm; the length of w is √Σw_j²"),
            new((w, lambda) => lambda, "this is λ itself: the same number means different strengths with and without the square"),
            new((w, lambda) => w.L2Norm(), "this is the radius t = ‖w‖; λ does not occur"),
        ],
        Hints =
        [
            "Both solutions make a gradient zero. Write the two equations under each other.",
            "∇J₀ + λw = 0 and ∇J₀ + μ·w/‖w‖ = 0. For the same w, what must λ be?",
            "λ = μ/‖w‖. Solve for μ; w.L2Norm() is ‖w‖.",
        ],
        Solution = new("double MyMu(Vector<double> w, double lambda) => lambda * w.L2Norm();",
            "∇J₀ + μ·w/‖w‖ = 0 is the ridge equation with λ = μ/‖w‖, so μ = λ‖w‖."),
    };

    /// <summary>The λ at which a falling function of the ridge solution is zero, 0 if it starts below.</summary>
    private static double Search(Matrix x, Vector y, Func<Vector, double> f)
    {
        var path = RidgePath.Fit(x, y);
        if (f(path.At(0)) <= 0)
            return 0;
        var (low, high) = (0.0, 1.0);
        while (f(path.At(high)) > 0)
            high *= 2;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = f(path.At(middle)) > 0 ? (middle, high) : (low, middle);
        }

        return high;
    }
}
