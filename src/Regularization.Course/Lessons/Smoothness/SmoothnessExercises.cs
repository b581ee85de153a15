namespace Regularization.Course;

public static partial class Smoothness
{
    /// <summary>What does a penalty on ‖w‖² do to a curve? To be guessed before the derivation.</summary>
    public static ChoiceExercise Guess { get; } = new("smooth.guess", "What will the penalty do to the curve?")
    {
        Prompt = "A wiggly curve is fitted as a sum of waves cos(jπq), measured at evenly spaced positions. Then a ridge penalty ½λ‖w‖² is added and λ is raised. What happens to the curve? Answer a, b or c.",
        Kind = ExerciseKind.Predict,
        Options =
        [
            new("a", "The wiggles disappear first, the broad shape stays: small weights are a smooth function.",
                "the penalty does not know which wave is fast. Every wave has the same squared length at these positions, so every weight is multiplied by the same factor."),
            new("b", "The curve is multiplied by a number below 1: flatter, with all its wiggles.",
                "with orthogonal columns of equal length ridge multiplies every weight by the same factor, and so the curve.", Right: true),
            new("c", "The curve moves toward the true one.",
                "the penalty does not know the true curve either. It pulls the curve toward zero; whether that brings it nearer to the truth depends on λ and on the truth."),
        ],
        Hints =
        [
            "Which numbers of the features does ridge look at? Does it know their frequency?",
            "Lesson L2: ridge multiplies the weight along each singular direction by d²/(d² + λ). What are the singular values of these waves?",
            "All the same: at evenly spaced midpoints every wave has squared length n/2. So all factors are the same.",
        ],
        Solution = new("string MyGuess = \"b\";", "XᵀX = (n/2)·I, so ŵ(λ) = (n/2)/(n/2 + λ) times least squares, and the curve is multiplied by that number."),
    };

    /// <summary>How much can a prediction change when every input may be off by r?</summary>
    public static FunctionExercise<Vector, double, double> WorstChange { get; } = new("smooth.worst-change", "Every input may be off")
    {
        Prompt = "A linear prediction wᵀx. Every single input may be off by at most r, up or down, all at once. Return the largest possible change of the prediction.",
        Kind = ExerciseKind.Derive,
        FunctionName = "MyWorstChange",
        Reference = (w, r) => r * w.L1Norm(),
        Checks =
        [
            new("is |w|·r for one weight, whatever its sign", (Vector.Build.Dense([2.0]), 0.5), (Vector.Build.Dense([-2.0]), 0.5)),
            new("lets every input move at once, each in its worst direction", (Vector.Build.Dense([3.0, -4.0]), 0.1), (Vector.Build.Dense([1.0, 1, -1, 2]), 1)),
            new("grows with r", (Vector.Build.Dense([3.0, -4.0]), 2), (Vector.Build.Dense([3.0, -4.0]), 0)),
            new("is right for many small weights", (Vector.Build.Dense(100, j => j % 2 == 0 ? 0.01 : -0.01), 1)),
        ],
        Misconceptions =
        [
            new((w, r) => r * w.L2Norm(), "this is r‖w‖₂: right when the whole step has length at most r. Here each input may move by r, so the step may be longer: √p times"),
            new((w, r) => r * w.InfinityNorm(), "this is the largest change when only one input is off, the one with the largest weight"),
            new((w, r) => r * Math.Abs(w.Sum()), "this moves all inputs in the same direction. Where a weight is negative, the worst is to move its input the other way"),
            new((w, r) => w.L1Norm(), "r is missing"),
            new((w, r) => r * Math.Sqrt(w.Count) * w.L2Norm(), "this is a bound, and too large: √p·r‖w‖₂ is reached only if all weights have the same size"),
            new((w, r) => 2 * r * w.L1Norm(), "this is the distance from the lowest to the highest prediction; the change from where you are is half of it"),
        ],
        Hints =
        [
            "wᵀd is a sum of w_j·d_j. Each d_j may be chosen on its own between −r and r. Which d_j makes its term largest?",
            "The largest w_j·d_j is |w_j|·r. Now add them up.",
            "r·(|w₁| + … + |w_p|). MathNet: w.L1Norm().",
        ],
        Solution = new("double MyWorstChange(Vector<double> w, double r) => r * w.L1Norm();",
            "Each term is largest at d_j = r·sign(w_j), where it is r|w_j|. The sum is r‖w‖₁: the norm that belongs to boxes, as ‖w‖₂ belongs to balls."),
    };

    /// <summary>Which factor undoes a change of units?</summary>
    public static NumberExercise Units { get; } = new("smooth.units", "Undo a change of units")
    {
        Prompt = "A length was recorded in meters, now the same column is in millimeters: every entry is 1000 times as large. The penalty was ½λ(w₁² + w₂²), the second weight is the one of this column. Which factor c in ½λ(w₁² + c·w₂²) gives the same predictions as before?",
        Kind = ExerciseKind.Derive,
        Expected = 1e6,
        Tolerance = 1e-7,
        ToleranceReason = "the answer is a whole number",
        Because = "the weight becomes 1000 times smaller, so its square a million times: c = 1000².",
        Misconceptions =
        [
            (1000, "the weight is 1000 times smaller, and the penalty has its square"),
            (1e-6, "the other way round: the new weight is smaller, so its square must count for more"),
            (1e-3, "the other way round, and the penalty has the square of the weight"),
            (1, "with c = 1 the second weight costs a million times less than before, and ridge predicts something else"),
            (2000, "the factor of the squared weight is 1000 squared, not twice 1000"),
        ],
        Hints =
        [
            "The prediction x₂w₂ must stay the same. x₂ is 1000 times as large: what happens to w₂?",
            "The new weight is w₂/1000. What is its square, in terms of w₂²?",
            "c·(w₂/1000)² must be w₂².",
        ],
        Solution = new("double MyFactor = 1e6;", "With w̃₂ = w₂/1000 the penalty ½λw₂² is ½λ·1000²·w̃₂². Standardizing the columns does the same for all units at once."),
    };

    /// <summary>The ridge strength that dropout is worth.</summary>
    public static NumberExercise Dropout { get; } = new("smooth.dropout", "The strength of dropout")
    {
        Prompt = "Every entry of X is dropped with probability δ = 0.2, and those that are kept are divided by 0.8. The columns have unit length. Which λ of the penalty ½λ‖w‖² is that, on average?",
        Kind = ExerciseKind.Derive,
        Expected = 0.25,
        Tolerance = 1e-6,
        ToleranceReason = "the answer has two decimals",
        Because = "the variance of an entry is x²·δ/(1 − δ), and with unit columns that adds up to λ = 0.2/0.8.",
        Misconceptions =
        [
            (0.2, "this is δ. Dividing the kept entries by 0.8 makes the noise larger: δ/(1 − δ)"),
            (0.16, "this is δ(1 − δ), the variance without dividing the kept entries by 0.8"),
            (0.125, "the ½ is already in ½λ‖w‖²"),
            (0.5, "the ½ of ½‖y − Xw‖² is that of ½λ‖w‖²: it is not 2λ"),
            (4, "upside down: λ must go to zero with δ"),
            (0.3125, "this is δ/(1 − δ)²: the variance of a kept-or-dropped entry is δ(1 − δ), and dividing by (1 − δ)² leaves δ/(1 − δ)"),
        ],
        Hints =
        [
            "An entry becomes x/0.8 with probability 0.8 and 0 with probability 0.2. Its mean is x. What is its variance?",
            "The mean of the square is 0.8·(x/0.8)² = x²/0.8. Subtract x².",
            "The variance is x²(1/0.8 − 1). Sum it over a column of unit length.",
        ],
        Solution = new("double MyLambda = 0.25;", "x²/0.8 − x² = x²·0.2/0.8 for each entry; over a unit column the sum is 0.25, and E ½‖y − X̃w‖² = ½‖y − Xw‖² + ½·0.25·‖w‖²."),
    };

    /// <summary>The cheapest way to write a weight as a product.</summary>
    public static NumberExercise Factors { get; } = new("smooth.factors", "The cheapest product")
    {
        Prompt = "A weight is a product, w = u·v, and w = −9. What is the least possible ½(u² + v²)?",
        Kind = ExerciseKind.Derive,
        Expected = 9,
        Tolerance = 1e-6,
        ToleranceReason = "the answer is a whole number",
        Because = "½(u² + v²) ≥ |uv| = 9, with equality at |u| = |v| = 3.",
        Misconceptions =
        [
            (41, "this is u = ±1, v = ∓9. Two equal factors are cheaper"),
            (18, "the ½ is missing: ½(3² + 3²)"),
            (3, "this is the size of each factor; the cost is ½(3² + 3²)"),
            (-9, "a sum of squares is not negative: the cost is |w|"),
            (81, "this is w², the cost without the product"),
            (40.5, "this is ½w²: what w costs when it is not split"),
            (4.5, "½(u² + v²) with u² = v² = 9 is more"),
        ],
        Hints =
        [
            "Try u = 1, v = −9; then u = 2, v = −4.5; then u = 3. Where is it least?",
            "(|u| − |v|)² ≥ 0. Multiply it out.",
            "½(u² + v²) ≥ |u||v|, which is |w|.",
        ],
        Solution = new("double MyCost = 9;", "0 ≤ ½(|u| − |v|)² = ½(u² + v²) − |uv|. So the cost is at least |w| = 9, and u = 3, v = −3 reaches it."),
    };

    /// <summary>What the lesson has shown, and what it has not.</summary>
    public static ChoiceExercise TrueStatement { get; } = new("smooth.true", "Small weights, smooth functions")
    {
        Prompt = "Which sentence is true? Answer a, b, c or d.",
        Kind = ExerciseKind.Explain,
        Options =
        [
            new("a", "Of two linear models, in whatever units, the one with the smaller ‖w‖ is the smoother function.",
                "change the unit of a feature and the same function has other weights. ‖w‖ compares slopes only in the same units."),
            new("b", "The smoother the function, the smaller its error on new data.",
                "the smoothest of all is constant. The expected error falls, then rises again, and where it turns depends on the true curve."),
            new("c", "With λ > 0, leaving out one row moves the ridge weights by at most ‖x_i‖·|its error when left out|/λ.",
                "ŵ − ŵ₋ᵢ is (XᵀX + λI)⁻¹x_i times that error, and the matrix shortens every vector at least λ times.", Right: true),
            new("d", "Raising λ makes the slope of the prediction smaller in every direction.",
                "the largest slope of a linear model is ‖ŵ(λ)‖, and that falls. The slope along one feature is a single weight, and a single weight may grow: s3 on the diabetes data does."),
        ],
        Hints =
        [
            "Three of the four are broken by an example in this lesson.",
            "Look for: the unit of a column; the constant function; a weight that grows along the ridge path.",
            "What is left is the sentence with a proof of two lines.",
        ],
        Solution = new("string MyAnswer = \"c\";", "The other three fail by a change of units, by the constant function, and by a single weight that grows."),
    };
}
