namespace Regularization.Course;

/// <content>Exercises on soft thresholding and the proximal step.</content>
public static partial class L1Geometry
{
    /// <summary>Write <c>S_t(v)</c>.</summary>
    public static FunctionExercise<double, double, double> SoftThreshold { get; } = new("l1.soft-threshold", "Soft thresholding")
    {
        Kind = ExerciseKind.Implement,
        Prompt = "The minimizer over w of ½(w − z)² + λ|w|, for λ ≥ 0.",
        FunctionName = "MySoftThreshold",
        Reference = Soft,
        Checks =
        [
            new("sends small values to exactly zero", (0.4, 1), (-0.4, 1), (0, 1)),
            new("stops at zero when |z| = λ", (1, 1), (-1, 1), (2.5, 2.5)),
            new("pulls large positive values down by λ", (1.5, 1), (3, 1), (2.5, 0.5), (1e6, 3)),
            new("pulls large negative values up by λ", (-1.5, 1), (-3, 1), (-2.5, 0.5), (-1e6, 3)),
            new("changes nothing for λ = 0", (-2, 0), (0.3, 0), (0, 0)),
        ],
        Misconceptions =
        [
            new((v, t) => Math.Abs(v) > t ? v : 0, "this is hard thresholding: it drops the small ones but does not move the large ones by λ"),
            new((v, t) => Math.Max(Math.Abs(v) - t, 0), "the sign got lost: a negative z must stay negative or become zero"),
            new((v, t) => Math.Max(v - t, 0), "this treats positive z only: below −λ the values must move up by λ, not go to zero"),
            new((v, t) => v - t, "this subtracts λ from everything: small values must stop at zero, negative ones move up"),
            new((v, t) => v - t * Math.Sign(v), "this does not stop at zero: a small value comes out on the other side"),
            new((v, t) => v / (1 + t), "this is the shrinkage of the squared L2 penalty: it scales, and never reaches zero"),
            new((v, t) => Math.Clamp(v, -t, t), "this is the part that soft thresholding takes away; subtract it from z"),
            new((v, t) => Soft(v, t / 2), "the threshold is λ, not λ/2: the derivative of ½(w − z)² carries no 2"),
            new((v, t) => Soft(v, 2 * t), "the threshold is λ, not 2λ: the square has a ½ in front"),
            new((v, t) => Soft(v, Math.Sqrt(2 * t)), "√(2λ) is the threshold of the L0 penalty; here it is λ"),
            new((v, t) => v, "this changes nothing: small values must become exactly zero"),
            new((v, t) => 0, "this sends everything to zero: large values only move by λ"),
        ],
        Hints =
        [
            "Three cases again: z > λ, z < −λ, and everything between.",
            "Between −λ and λ, both ends included, the answer is 0. Above λ it is z − λ.",
            "Below −λ it is z + λ. In one line: Math.Sign(z) * Math.Max(Math.Abs(z) - lambda, 0).",
        ],
        Solution = new(
            """
            double MySoftThreshold(double z, double lambda)
            {
                return Math.Sign(z) * Math.Max(Math.Abs(z) - lambda, 0);
            }
            """,
            "The size shrinks by λ and stops at zero; the sign stays. The same thing another way: z − Math.Clamp(z, −λ, λ), what is left after the part inside [−λ, λ] is taken away."),
    };

    /// <summary>Write one step of proximal gradient descent.</summary>
    public static FunctionExercise<double[], double[], double, double, double[]> ProximalStep { get; } = new("l1.proximal-step", "One proximal step")
    {
        Kind = ExerciseKind.Implement,
        Prompt = "The weights after one proximal gradient step on J₀ + λ‖w‖₁, given w, ∇J₀(w), the step η and λ.",
        FunctionName = "MyProximalStep",
        Reference = (w, g, step, lambda) => Map(w, g, (wj, gj) => Soft(wj - step * gj, step * lambda)),
        Checks =
        [
            new("thresholds after the gradient step", ([1, -0.25, 0], [0.5, -0.125, 0.25], 0.5, 1)),
            new("thresholds by η·λ", ([3, -3], [1, -1], 0.125, 2), ([1], [0.5], 0.25, 8)),
            new("stops at zero on arrival", ([1], [0], 0.5, 2), ([-1], [0], 0.5, 2)),
            new("lets a weight leave zero", ([0, 0], [-4, 4], 0.5, 1)),
            new("lets a weight cross to the other side", ([0.5], [4], 0.5, 1)),
            new("is a plain gradient step for λ = 0", ([1, 2, 0], [1, 1, -1], 0.25, 0)),
        ],
        Misconceptions =
        [
            new((w, g, s, l) => Map(w, g, (wj, gj) => Soft(wj - s * gj, l)), "the threshold is λ instead of η·λ: a short step may shrink only a little"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => Soft(wj - s * gj, s)), "the threshold is η instead of η·λ"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => Soft(wj - s * gj, s * l / 2)), "the threshold is η·λ, not half of it"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => Soft(wj - s * gj, l / s)), "the threshold is λ times the step, not divided by it"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => Soft(wj + s * gj, s * l)), "the gradient has the wrong sign: go down, w − η∇J₀"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => wj - s * (gj + l * Math.Sign(wj))), "this is a subgradient step: it walks across zero instead of stopping there"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => Soft(wj, s * l) - s * gj), "the order is turned round: first the gradient step, then the threshold"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => Soft(wj - gj, s * l)), "the step size is missing in front of the gradient"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => Math.Abs(wj - s * gj) > s * l ? wj - s * gj : 0), "this is hard thresholding: the weights that stay must move by η·λ too"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => wj - s * gj), "this is the gradient step alone: the penalty has not acted yet"),
            new((w, g, s, l) => Map(w, g, (wj, gj) => Math.Max(Math.Abs(wj - s * gj) - s * l, 0)), "the sign got lost in the threshold"),
        ],
        Hints =
        [
            "Two parts: a gradient step on J₀ alone, then soft thresholding of every coordinate.",
            "First v_j = w_j − η·g_j. What is the threshold? The prox of η·λ·|w| is asked for, so λ does not come alone.",
            "w_j becomes sign(v_j)·max(|v_j| − η·λ, 0).",
        ],
        Solution = new(
            """
            double[] MyProximalStep(double[] w, double[] gradient, double step, double lambda)
            {
                var next = new double[w.Length];
                for (int j = 0; j < w.Length; j++)
                {
                    double v = w[j] - step * gradient[j];
                    next[j] = Math.Sign(v) * Math.Max(Math.Abs(v) - step * lambda, 0);
                }
                return next;
            }
            """,
            "The step solves min over u of J₀(w) + ∇J₀(w)ᵀ(u − w) + ‖u − w‖²/(2η) + λ‖u‖₁ exactly; multiplied by η, the last term is ηλ‖u‖₁."),
    };

    private static double Soft(double v, double t) => v - Math.Clamp(v, -t, t);

    private static double[] Map(double[] w, double[] g, Func<double, double, double> each) => [.. w.Zip(g, each)];
}
