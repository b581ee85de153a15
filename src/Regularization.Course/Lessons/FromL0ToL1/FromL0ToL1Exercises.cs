namespace Regularization.Course;

public static partial class FromL0ToL1
{
    /// <summary>Does the lasso find the truth if there is no noise? To be guessed before the derivation.</summary>
    public static ChoiceExercise Guess { get; } = new("from.guess", "No noise: does the lasso find the truth?")
    {
        Prompt = "y is exactly x₁ + x₂, without noise. X has a third column, and the three are independent. Is there a λ > 0 at which the lasso chooses x₁ and x₂ and nothing else? Answer a, b or c.",
        Kind = ExerciseKind.Predict,
        Options =
        [
            new("a", "Yes: without noise a small enough λ always gives the right features.",
                "it would if a small λ only shrank the weights. But shrinking x₁ and x₂ leaves a residual in their direction, and a third column that points there is let in."),
            new("b", "It depends on X: a third column that points the way x₁ + x₂ does can come in at every λ.",
                "the lesson computes the limit: x₃ᵀX_S(X_SᵀX_S)⁻¹s must be below 1.", Right: true),
            new("c", "No: the lasso is biased, so it never finds the truth.",
                "the weights are biased, that is so; but which weights are nonzero can be exactly right. With orthogonal columns it is."),
        ],
        Hints =
        [
            "With λ > 0 the weights of x₁ and x₂ are a little too small. In which direction does the residual point?",
            "Along x₁ + x₂. A column outside is let in when its inner product with the residual reaches λ.",
            "So it depends on how much the third column points along x₁ + x₂.",
        ],
        Solution = new("string MyGuess = \"b\";", "The residual is λ·X_S(X_SᵀX_S)⁻¹s. The third column stays out exactly if its inner product with that is at most λ."),
    };

    /// <summary>A value of the convex envelope.</summary>
    public static NumberExercise Envelope { get; } = new("from.envelope", "A value of the envelope")
    {
        Prompt = "All weights are known to lie between −4 and 4. What is the largest value that a convex function below the count can have at w = (1, −2, 0, 0.5)?",
        Kind = ExerciseKind.Derive,
        Expected = 0.875,
        Tolerance = 1e-6,
        ToleranceReason = "the answer has three decimals",
        Because = "the envelope is ‖w‖₁/M = 3.5/4.",
        Misconceptions =
        [
            (3, "this is the count itself, which is not convex"),
            (3.5, "this is ‖w‖₁, the envelope for M = 1. With a larger box the functions below the count must rise more slowly"),
            (14, "this multiplies by M; the V reaches 1 at the edge of the box, so its slope is 1/M"),
            (1.75, "this divides by 2, the largest weight here. M is the bound on all weights, 4"),
            (-0.125, "the sign of a weight does not matter: |−2| counts"),
            (0.75, "this is the count over M"),
        ],
        Hints =
        [
            "What is the envelope of one weight on [−M, M]?",
            "|w|/M. For several weights they add up.",
            "(1 + 2 + 0 + 0.5)/4.",
        ],
        Solution = new("double MyValue = 0.875;", "On the box |w_j| ≤ M the envelope of the count is ‖w‖₁/M; here (1 + 2 + 0.5)/4."),
    };

    /// <summary>Compute the left side of the irrepresentable condition.</summary>
    public static FunctionExercise<Matrix, int[], double[], double> Irrepresentable { get; } = new("from.irrepresentable", "Can the lasso find this support?")
    {
        Prompt = "Given X, the true support (column numbers) and the signs of its weights, return max over the other columns j of |x_jᵀX_S(X_SᵀX_S)⁻¹s|.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MyTemptation",
        Reference = Temptation,
        Checks =
        [
            new("is 2c for the smallest example", (Tempting(0.3), [0, 1], [1.0, 1]), (Tempting(0.6), [0, 1], [1.0, 1])),
            new("heeds the signs: opposite ones cancel", (Tempting(0.6), [0, 1], [1.0, -1])),
            new("is largest over all columns outside", (Rows([1, 0, 0.6, -0.9], [0, 1, 0.1, 0.1]), [0, 1], [1.0, 1])),
            new("undoes the correlation within the support", (Rows([2, 1, 1], [0, 1, 1], [0, 0, 1]), [0, 1], [1.0, 1]), (Rows([1, 0.5, 0.7], [0, 1, 0.7], [0, 0.2, 0.1]), [0, 1], [1.0, -1])),
            new("works for a support of one", (Rows([2.0, 1], [0, 1]), [0], [1.0]), (Rows([2.0, 1], [0, 1]), [1], [-1.0])),
        ],
        Misconceptions =
        [
            new((x, s, signs) => Outside(x, s).Max(j => Math.Abs(x.Column(j) * (Chosen(x, s) * Vector.Build.Dense(signs)))), "the inverse (X_SᵀX_S)⁻¹ is missing: right only if the true columns are orthonormal"),
            new((x, s, signs) => Temptation(x, s, [.. signs.Select(_ => 1.0)]), "the signs are missing"),
            new((x, s, signs) => Outside(x, s).Max(j => Weights(x, s, x.Column(j)).L1Norm()), "this is the worst case over all signs, Σ|…|. The condition is for the given ones"),
            new((x, s, signs) => Outside(x, s).Average(j => Math.Abs(Weights(x, s, x.Column(j)) * Vector.Build.Dense(signs))), "this is the mean over the columns; one tempting column is enough, so take the largest"),
            new((x, s, signs) => Enumerable.Range(0, x.ColumnCount).Max(j => Math.Abs(Weights(x, s, x.Column(j)) * Vector.Build.Dense(signs))), "leave the columns of the support out: for them the value is always 1"),
            new((x, s, signs) => Outside(x, s).Max(j => Weights(x, s, x.Column(j)) * Vector.Build.Dense(signs)), "the absolute value is missing: a column that points the other way tempts as much, with a negative weight"),
        ],
        Hints =
        [
            "Build X_S from the columns of the support: Matrix<double>.Build.DenseOfColumnVectors(support.Select(X.Column)).",
            "v = X_S·(X_SᵀX_S)⁻¹s; MathNet: XS.TransposeThisAndMultiply(XS).Solve(s) and then XS * that.",
            "The answer is the largest |X.Column(j) * v| over all j that are not in the support.",
        ],
        Solution = new("""
            double MyTemptation(Matrix<double> X, int[] support, double[] signs)
            {
                var XS = Matrix<double>.Build.DenseOfColumnVectors(support.Select(X.Column));
                var s = Vector<double>.Build.Dense(signs);
                var v = XS * XS.TransposeThisAndMultiply(XS).Solve(s);
                return Enumerable.Range(0, X.ColumnCount).Except(support)
                    .Max(j => Math.Abs(X.Column(j) * v));
            }
            """,
            "λv is the residual that shrinking leaves. A column outside stays out as long as |x_jᵀv| ≤ 1."),
    };

    /// <summary>Read a number off the phase transition.</summary>
    public static NumberExercise Largest { get; } = new("from.largest", "How many nonzeros?")
    {
        Prompt = "p = 200 features, n = 100 measurements without noise, X Gaussian. The curve gives ρ(0.5) = 0.3857. Up to which number k of nonzero weights does theory expect L1 to succeed?",
        Kind = ExerciseKind.Predict,
        Expected = 38,
        Tolerance = 0.6,
        ToleranceReason = "a count, and the curve falls between 38 and 39",
        Because = "ρ is nonzeros per measurement: k = 0.3857·100.",
        Misconceptions =
        [
            (77, "ρ is k/n, not k/p: multiply by the measurements"),
            (99, "this is about what L0 could do: for almost every w any k < n. L1 needs more measurements"),
            (100, "this is n. L1 needs more measurements than nonzeros"),
            (50, "k ≤ n/2 is where every w is the unique sparsest answer (L0). L1 stops earlier"),
            (19, "this multiplies by δ once more: 0.3857·0.5·100"),
        ],
        Hints =
        [
            "δ = n/p = 0.5. What is ρ a ratio of?",
            "ρ = k/n.",
            "k = 0.3857·n.",
        ],
        Solution = new("double MyLargest = 38;", "k = ρ(n/p)·n = 0.3857·100 = 38.57, so up to 38."),
    };

    /// <summary>The relaxed lasso for orthonormal columns.</summary>
    public static FunctionExercise<double, double, double, double> Relaxed { get; } = new("from.relaxed", "The relaxed lasso of one weight")
    {
        Prompt = "Orthonormal columns: the lasso weight is the soft threshold of z at λ, and least squares on the support is z where the lasso is not zero. Return the relaxed lasso φ·lasso + (1 − φ)·least squares on the support.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MyRelaxed",
        Reference = (z, lambda, phi) => Math.Abs(z) > lambda ? z - phi * lambda * Math.Sign(z) : 0,
        Checks =
        [
            new("is the lasso for φ = 1", (3, 1, 1), (-3, 1, 1), (0.5, 1, 1)),
            new("is hard thresholding at λ for φ = 0", (3, 1, 0), (-3, 1, 0), (0.5, 1, 0), (1.2, 1, 0)),
            new("is halfway for φ = 0.5, also below zero", (3, 1, 0.5), (-3, 2, 0.5)),
            new("is zero wherever the lasso is", (0.9, 1, 0.3), (-0.9, 1, 0.3), (1, 1, 0.3)),
        ],
        Misconceptions =
        [
            new((z, l, f) => Math.Abs(z) > l ? z - (1 - f) * l * Math.Sign(z) : 0, "φ is the other way round: φ = 1 is the lasso"),
            new((z, l, f) => z - f * l * Math.Sign(z), "where the lasso is zero, the relaxed lasso is zero too"),
            new((z, l, f) => f * Math.Sign(z) * Math.Max(0, Math.Abs(z) - l) + (1 - f) * z, "least squares is taken on the support only: where the lasso is zero, it is zero"),
            new((z, l, f) => Math.Abs(z) > f * l ? z - f * l * Math.Sign(z) : 0, "this is the lasso with a smaller λ: it lets in more. The relaxed lasso keeps the choice made at λ"),
            new((z, l, f) => Math.Abs(z) > l ? z - f * l : 0, "for negative z the shrinking goes up, toward zero"),
            new((z, l, f) => Math.Abs(z) > Math.Sqrt(2 * l) ? z - f * l * Math.Sign(z) : 0, "√(2λ) is the threshold of L0; the lasso's is λ"),
        ],
        Hints =
        [
            "Two cases: |z| ≤ λ and |z| > λ.",
            "For |z| > λ the lasso is z − λ·sign(z), and least squares is z. Mix them.",
            "φ(z − λs) + (1 − φ)z = z − φλs with s = sign(z).",
        ],
        Solution = new("double MyRelaxed(double z, double lambda, double phi) => Math.Abs(z) > lambda ? z - phi * lambda * Math.Sign(z) : 0;",
            "The choice is that of the lasso at λ; of its shrinkage only the share φ is left."),
    };

    /// <summary>Which reason for L1 is a true one?</summary>
    public static ChoiceExercise Reasons { get; } = new("from.reasons", "A true reason")
    {
        Prompt = "Which of these is a true reason to prefer L1 to L0? Answer a, b, c or d.",
        Kind = ExerciseKind.Explain,
        Options =
        [
            new("a", "L1 has the same solution as L0, and is easier to compute.",
                "in general it has not: it shrinks, and with a tempting column it chooses others. When it finds the same support is a theorem with conditions."),
            new("b", "Its problem is convex, so a point can be certified as the best, and at low signal-to-noise ratios its shrinking predicts better.",
                "both are shown here: the first by the duality gap and the conditions of optimality, the second by the study.", Right: true),
            new("c", "L1 is the closest convex function to the count, everywhere.",
                "on a box. Without one the largest convex function below the count is the constant 0."),
            new("d", "Best subset always overfits, so the lasso always predicts better.",
                "at high signal-to-noise ratios best subset predicted better in the study."),
        ],
        Hints =
        [
            "Three of them have a counterexample in this lesson.",
            "Look for: the design with x₃; the envelope as M grows; the right end of the last figure.",
            "What is left has two halves, and both were computed.",
        ],
        Solution = new("string MyAnswer = \"b\";", "Convexity gives certificates. Shrinking helps where noise is large, and hurts where it is small."),
    };

    private static IEnumerable<int> Outside(Matrix x, int[] support) => Enumerable.Range(0, x.ColumnCount).Except(support);

    private static Matrix Chosen(Matrix x, int[] support) => Matrix.Build.DenseOfColumnVectors(support.Select(x.Column));

    // (X_SᵀX_S)⁻¹X_Sᵀx: how x would be written with the columns of the support.
    private static Vector Weights(Matrix x, int[] support, Vector column)
    {
        var chosen = Chosen(x, support);
        return chosen.TransposeThisAndMultiply(chosen).Solve(chosen.TransposeThisAndMultiply(column));
    }

    private static Matrix Rows(params double[][] rows) => Matrix.Build.DenseOfRowArrays(rows);
}
