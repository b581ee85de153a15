namespace Regularization.Course;

public static partial class L2Decay
{
    /// <summary>Find a response for which ridge has a larger weight than least squares.</summary>
    public static JudgedExercise<double[]> GrowingWeight { get; } = new("l2.grow", "Make a weight grow")
    {
        Prompt = "Keep the samples (2, 1) and (1, 2) and λ = 1. Find (y₁, y₂), not a multiple of (9, 6), for which a ridge weight is larger in absolute value than the least-squares weight.",
        Kind = ExerciseKind.Derive,
        Demands =
        [
            new("Two numbers are needed", y => y.Length == 2 && y.All(double.IsFinite) ? null : $"these are {y.Length}, or not all of them finite"),
            new("The response may not be zero", y => y.All(v => v == 0) ? "with y = 0 both solutions are zero, and nothing grows" : null),
            new("Find one of your own", y => Math.Abs(9 * y[1] - 6 * y[0]) <= 1e-9 * Math.Max(Math.Abs(y[0]), Math.Abs(y[1])) ? "this is a multiple of (9, 6), and both solutions are multiplied with it" : null),
            new("No weight has grown", y => Grows(y) ? null : Report(y)),
        ],
        Because = "one weight is larger with the penalty than without it, while the whole vector is shorter.",
        Hints =
        [
            "Decay pulls the difference w₁ − w₂ together much more than the sum w₁ + w₂. Which weight moves up then?",
            "The smaller one of two weights of the same sign. So choose least-squares weights like (1, 0) or (5, 1), and compute the response that has them: y₁ = 2w₁ + w₂, y₂ = w₁ + 2w₂.",
            "Least squares (1, 0) belongs to y = (2, 1). Ridge with λ = 1 shrinks (½)(1, 1) by 0.9 and (½)(1, −1) by 0.5.",
        ],
        Solution = new("double[] MyResponse = [2, 1];",
            "Least squares is (1, 0). With λ = 1 ridge is 0.45·(1, 1) + 0.25·(1, −1) = (0.7, 0.2): the second weight was zero and is not any more. Both weights can never grow together, because the length falls."),
    };

    /// <summary>Degrees of freedom from the singular values.</summary>
    public static FunctionExercise<Vector, double, double> DegreesOfFreedom { get; } = new("l2.df", "Degrees of freedom")
    {
        Prompt = "df(λ) = Σ d_j²/(d_j² + λ) from the singular values d_j ≥ 0, for λ > 0.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MyDegreesOfFreedom",
        Reference = (d, lambda) => d.Sum(v => v * v / (v * v + lambda)),
        Checks =
        [
            new("is right in the example", (Of(3, 1), 1.0), (Of(3, 1), 0.5)),
            new("counts a direction without data as zero", (Of(2, 0), 1.0), (Of(0, 0, 0), 0.3)),
            new("is right for small and large λ, and any number of directions", (Of(2.006, 1.22, 0.5, 0.0927), 0.01), (Of(2.006, 1.22, 0.5, 0.0927), 10), (Of(0.25), 1e-4), (Of(10, 9, 8, 7, 6, 5), 1e6)),
        ],
        Misconceptions =
        [
            new((d, lambda) => d.Sum(v => v / (v + lambda)), "you forgot the square: this is Σ d/(d + λ)"),
            new((d, lambda) => d.Sum(v => v / (v * v + lambda)), "Σ d/(d² + λ) is what multiplies uᵀy; compared with least squares there is one more d on top"),
            new((d, lambda) => d.Sum(v => lambda / (v * v + lambda)), "this adds what is taken away, λ/(d² + λ), not what is left"),
            new((d, lambda) => d.Sum(v => v * v / (v * v + lambda) * (v * v / (v * v + lambda))), "this squares the factors: Σ (d²/(d² + λ))² is another quantity, the trace of the square of the matrix from y to ŷ"),
            new((d, lambda) => d.Sum(v => v * v / (v * v + 2 * lambda)), "λ is counted twice: in this course the penalty is ½λ‖w‖²"),
            new((d, lambda) => d.Sum(v => v * v / (v * v + lambda / 2)), "λ is halved: the ½ of ½λ‖w‖² is gone after differentiating"),
            new((d, lambda) => d.Sum(v => v * v / (v * v + lambda * lambda)), "λ is squared, but only the singular values are"),
            new((d, lambda) => d.Average(v => v * v / (v * v + lambda)), "this is the mean of the factors; the degrees of freedom are their sum"),
            new((d, lambda) => d.Count(v => v != 0), "this counts the directions whole; ridge keeps only a fraction of each"),
            new((d, lambda) => d.Sum() * d.Sum() / (d.Sum() * d.Sum() + lambda), "this sums first and shrinks then; every direction has a factor of its own"),
        ],
        Hints =
        [
            "Every direction has its own factor, between 0 and 1. What do you do with all the factors?",
            "The factor of direction j is d²/(d² + λ). In C#: d.Sum(v => …).",
            "d.Sum(v => v * v / (v * v + lambda)). For d = (3, 1) and λ = 1 it must give 0.9 + 0.5.",
        ],
        Solution = new("double MyDegreesOfFreedom(Vector<double> d, double lambda) => d.Sum(v => v * v / (v * v + lambda));",
            "The sum of the shrinkage factors. A direction with d = 0 adds nothing."),
    };

    /// <summary>Where a ridge weight crosses zero.</summary>
    public static NumberExercise Crossing { get; } = new("l2.crossing", "Where does it cross?")
    {
        Prompt = "Samples (2, 1) → 10 and (1, 2) → 1, penalty ½λ‖w‖². For which λ is the second ridge weight exactly zero?",
        Kind = ExerciseKind.Derive,
        Expected = 2,
        Tolerance = 1e-6,
        ToleranceReason = "a search on the computer may stop six decimals in",
        Because = "Xᵀy is (21, 12); with w₂ = 0 the two rows say (5 + λ)w₁ = 21 and 4w₁ = 12. So w₁ = 3 and λ = 2.",
        Misconceptions =
        [
            (1, "this is λ for the penalty λ‖w‖². Ours is ½λ‖w‖², so the same point has twice that"),
            (3, "this is the radius t = ‖w‖ at the crossing (there w is (3, 0)). The question is for λ"),
            (4, "the penalty is ½λ‖w‖², and its derivative is λw, not ½λw"),
            (0, "at λ = 0 the second weight is that of least squares, −8/3"),
            (6, "this is the multiplier λt of the constraint ‖w‖ ≤ t, without squares. The question is for λ itself"),
        ],
        Hints =
        [
            "Put w₂ = 0 into the ridge equations (XᵀX + λI)w = Xᵀy. Two equations, and two unknowns are left: w₁ and λ.",
            "XᵀX has 5 on the diagonal and 4 beside it, and Xᵀy is (2·10 + 1·1, 1·10 + 2·1).",
            "The second row says 4w₁ = 12. Put w₁ into the first row, (5 + λ)w₁ = 21.",
        ],
        Solution = new("double MyCrossing = 2;",
            "With w₂ = 0 the rows of the ridge equations are (5 + λ)w₁ = 21 and 4w₁ = 12, so w₁ = 3 and λ = 2. Before it w₂ is negative, after it positive: it is zero at this one λ only."),
    };

    private static bool Grows(double[] y)
    {
        var (before, after) = Solutions(y);
        return before.Zip(after).Any(pair => Math.Abs(pair.Second) > Math.Abs(pair.First) + 1e-9 * before.L2Norm());
    }

    private static string Report(double[] y)
    {
        var (before, after) = Solutions(y);
        return FormattableString.Invariant($"least squares is ({before[0]:0.####}, {before[1]:0.####}) and ridge ({after[0]:0.####}, {after[1]:0.####}); neither weight is farther from zero");
    }

    private static (Vector Before, Vector After) Solutions(double[] y)
    {
        var path = RidgePath.Fit(SmallDesign, Of(y));
        return (path.At(0), path.At(1));
    }
}
