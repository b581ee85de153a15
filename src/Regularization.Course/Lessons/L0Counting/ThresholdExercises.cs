namespace Regularization.Course;

public static partial class L0Counting
{
    /// <summary>Write hard thresholding.</summary>
    public static FunctionExercise<double, double, double> HardThreshold { get; } = new("l0.hard-threshold", "Hard thresholding")
    {
        Kind = ExerciseKind.Implement,
        Prompt = "Write the minimizer of ½(z − w)² + λ·[w ≠ 0]. At a tie either answer is right, and none is tested.",
        FunctionName = "MyHardThreshold",
        Reference = (z, lambda) => Math.Abs(z) > Math.Sqrt(2 * lambda) ? z : 0,
        Checks =
        [
            new("keeps large values as they are", (3, 1), (2, 1), (100, 1), (2.5, 2), (4.5, 8)),
            new("sends small values to exactly zero", (0.8, 1), (0.3, 1), (1.9, 2), (0.05, 0.5)),
            new("has its threshold at √(2λ)", (1.42, 1), (1.41, 1), (3.5, 8), (0.25, 0.02), (0.15, 0.02), (29, 450), (31, 450)),
            new("treats negative values like positive ones", (-3, 1), (-0.8, 1), (-1.42, 1), (-1.41, 1), (-3.5, 8), (-0.15, 0.02)),
            new("keeps everything when the price is 0, and 0 stays 0", (0.3, 0), (-0.01, 0), (0, 0), (0, 1)),
        ],
        Misconceptions =
        [
            new((z, lambda) => Math.Abs(z) > lambda ? z : 0, "your threshold is λ; solve λ < ½z² for |z|, there is a square root"),
            new((z, lambda) => Math.Abs(z) > 2 * lambda ? z : 0, "your threshold is 2λ: you forgot the square root"),
            new((z, lambda) => Math.Abs(z) > Math.Sqrt(lambda) ? z : 0, "your threshold is √λ: that belongs to (z − w)² + λ·[w ≠ 0], without the ½"),
            new((z, lambda) => Math.Abs(z) > Math.Sqrt(lambda / 2) ? z : 0, "your threshold is √(λ/2): the ½ is on the wrong side"),
            new((z, lambda) => z - Math.Clamp(z, -lambda, lambda), "this is soft thresholding, the lasso's: it pulls what it keeps toward zero; the count does not"),
            new((z, lambda) => z - Math.Clamp(z, -Math.Sqrt(2 * lambda), Math.Sqrt(2 * lambda)),
                "your threshold is right, but you shrink what you keep (soft thresholding); once the price is paid, w = z is best"),
            new((z, lambda) => z > Math.Sqrt(2 * lambda) ? z : 0, "you drop large negative values; compare |z|, not z"),
            new((z, lambda) => Math.Abs(z) > Math.Sqrt(2 * lambda) ? Math.Abs(z) : 0, "you lost the sign of z"),
            new((z, lambda) => Math.Abs(z) < Math.Sqrt(2 * lambda) ? z : 0, "it is the other way round: small values go, large ones stay"),
            new((z, lambda) => Math.Abs(z) > Math.Sqrt(2 * lambda) ? 1 : 0, "you return whether z is kept; return z itself"),
        ],
        Hints =
        [
            "There are two candidates only: w = 0, and the best nonzero w. What does each of them cost?",
            "w = 0 costs ½z². w = z costs λ. Return the cheaper one.",
            "if λ < ½z² then z, else 0. Solved for |z|, the threshold is √(2λ).",
        ],
        Solution = new(
            "double MyHardThreshold(double z, double lambda) => lambda < z * z / 2 ? z : 0;",
            "This compares the two costs directly. It says the same as |z| > √(2λ), and needs no square root."),
    };

    /// <summary>Write one step of iterative hard thresholding.</summary>
    public static FunctionExercise<Vector, Vector, double, double, Vector> ThresholdingStep { get; } = new("l0.thresholding-step", "One step of the search")
    {
        Kind = ExerciseKind.Implement,
        Prompt = "Write one step: move from w against the gradient g by the step η, then minimize ½‖v − w‖² + ηλ‖w‖₀ at the point v you reached.",
        FunctionName = "MyStep",
        Reference = (w, gradient, step, lambda) => new L0Penalty(lambda).Prox(w - step * gradient, step),
        Checks =
        [
            new("moves against the gradient", (Of(5, -5), Of(1, -1), 0.5, 0.5), (Of(0, 0), Of(-8, 6), 0.5, 1)),
            new("thresholds at √(2λη)", (Of(3, 1, -1), Of(0, 0, 0), 0.5, 2), (Of(0.5, 0.3), Of(0, 0), 0.01, 8), (Of(-0.5, -0.3), Of(0, 0), 0.01, 8), (Of(1.2, 0.7), Of(0, 0), 0.5, 1), (Of(3, -3), Of(0, 0), 0.25, 2)),
            new("lets zeros come back and weights go", (Of(0, 2), Of(-6, 3), 0.5, 1), (Of(0, 0), Of(1, -1), 0.1, 1)),
            new("is a plain gradient step when the price is 0", (Of(1, 2), Of(4, -4), 0.25, 0), (Of(0.1, -0.1), Of(0, 0), 1, 0)),
        ],
        Misconceptions =
        [
            new((w, g, step, lambda) => new L0Penalty(lambda).Prox(w - step * g, 1), "your threshold is √(2λ): the step is missing in it, the price is ηλ here"),
            new((w, g, step, lambda) => new L0Penalty(lambda).Prox(w + step * g, step), "you move along the gradient, uphill; go against it"),
            new((w, g, step, lambda) => new L0Penalty(lambda).Prox(w, step) - step * g, "you threshold first and move then; the other way round"),
            new((w, g, step, lambda) => new L1Penalty(lambda).Prox(w - step * g, step), "this is soft thresholding at λη, the lasso's step (ISTA)"),
            new((w, g, step, lambda) => w - step * g, "the threshold is missing: this is plain gradient descent"),
            new((w, g, step, lambda) => new L0Penalty(lambda).Prox(w - g, step), "you moved by the whole gradient; multiply it by η"),
            new((w, g, step, lambda) => (w - step * g).Map(v => Math.Abs(v) > lambda * step ? v : 0), "your threshold is λη, the lasso's; for the count it is √(2λη)"),
            new((w, g, step, lambda) => (w - step * g).Map(v => Math.Abs(v) > step * Math.Sqrt(2 * lambda) ? v : 0), "the step belongs under the root: √(2λη), not η√(2λ)"),
            new((w, g, step, lambda) => (w - step * g).Map(v => Math.Abs(v) > Math.Sqrt(2 * lambda / step) ? v : 0), "you divided λ by the step; the price is λ times η"),
            new((w, g, step, lambda) => (w - step * g).Map(v => v > Math.Sqrt(2 * lambda * step) ? v : 0), "you drop large negative weights; compare |v_j|, not v_j"),
        ],
        Hints =
        [
            "Two lines: v = w − ηg, then hard thresholding of every entry of v.",
            "You derived hard thresholding for the price λ. Here the price is ηλ. What is the threshold then?",
            "Keep v_j iff |v_j| > √(2ηλ). In code: v.Map(vj => … ? vj : 0).",
        ],
        Solution = new(
            """
            Vector<double> MyStep(Vector<double> w, Vector<double> gradient, double step, double lambda)
            {
                var v = w - step * gradient;
                return v.Map(vj => Math.Abs(vj) > Math.Sqrt(2 * lambda * step) ? vj : 0);
            }
            """,
            "The library says the same in one line: new L0Penalty(lambda).Prox(w - step * gradient, step)."),
    };

    private static Vector Of(params double[] entries) => Vector.Build.DenseOfArray(entries);
}
