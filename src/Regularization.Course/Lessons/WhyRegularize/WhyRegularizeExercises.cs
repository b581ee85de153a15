namespace Regularization.Course;

public static partial class WhyRegularize
{
    /// <summary>How bad is the curve that fits everything? To be guessed before looking.</summary>
    public static ChoiceExercise Guess { get; } = new("why.guess", "Which curve predicts best?")
    {
        Prompt = "Twelve noisy measurements of a smooth curve. A polynomial of degree 3 passes near them, one of degree 11 passes through all of them. Which predicts new measurements between them better, on average? Answer a, b or c.",
        Kind = ExerciseKind.Predict,
        Options =
        [
            new("a", "Degree 11: it fits the measurements perfectly.",
                "it also fits their noise perfectly, and between the measurements nothing holds it. Read on and move the slider to 11."),
            new("b", "About the same: both follow the curve.",
                "averaged over many samples both do follow it, but a single polynomial of degree 11 swings far around that average. Read on and watch the band."),
            new("c", "Degree 3, by a factor of more than ten.",
                "the expected error of degree 11 is more than twenty times that of degree 3. Its average is right, but its variance is enormous.", Right: true),
        ],
        Hints =
        [
            "What happens between two neighboring measurements when the curve must hit both of them exactly, noise included?",
            "A polynomial of degree 11 has twelve coefficients, as many as there are measurements. What would it do if one measurement moved a little?",
            "Move the slider of the figure below from 3 to 11 and look near the ends.",
        ],
        Solution = new("string MyGuess = \"c\";", "The error on the measurements is 0 at degree 11, and the error on new data is the largest of all: the noise has been learned by heart."),
    };

    /// <summary>The best factor for a mean.</summary>
    public static NumberExercise ShrinkFactor { get; } = new("why.shrink", "The best factor")
    {
        Prompt = "You measure m = 2 four times, with noise of standard deviation σ = 2, and take κ times the mean of the four. Which κ has the smallest mean squared error?",
        Kind = ExerciseKind.Derive,
        Expected = 0.8,
        Tolerance = 1e-6,
        ToleranceReason = "the answer is a fraction with few digits",
        Because = "the mean of four has variance v = σ²/4 = 1, and κ = m²/(m² + v) = 4/5.",
        Misconceptions =
        [
            (1, "κ = 1 is right on average, but it carries the whole variance; a little less has less of it at the price of a small bias"),
            (0.5, "this takes the variance of one measurement, σ² = 4. The mean of four measurements has a quarter of it"),
            (2.0 / 3, "this uses m and v without the square on m: it is m² that stands against the variance"),
            (0.2, "this is v/(m² + v), the part that is taken away. The factor is what is left"),
            (0, "κ = 0 has no variance and the bias m = 2 itself"),
        ],
        Hints =
        [
            "The mean squared error is (1 − κ)²m² + κ²v. What is v, the variance of the mean of four measurements?",
            "v = σ²/4 = 1. Now find the κ for which the derivative of (1 − κ)²·4 + κ²·1 is zero.",
            "−2(1 − κ)·4 + 2κ = 0, so 8 = 10κ.",
        ],
        Solution = new("double MyFactor = 0.8;", "The derivative −2(1 − κ)m² + 2κv is zero at κ = m²/(m² + v) = 4/(4 + 1)."),
    };

    /// <summary>What error on the training data is to be expected?</summary>
    public static NumberExercise TrainingError { get; } = new("why.training", "The error you see")
    {
        Prompt = "Twelve measurements with noise of variance σ² = 0.09, and a polynomial of degree 8 with an intercept, which is flexible enough to have no bias worth mentioning. What mean squared error on the measurements do you expect?",
        Kind = ExerciseKind.Derive,
        Expected = 0.0225,
        Tolerance = 5e-5,
        ToleranceReason = "the answer has four decimals",
        Because = "nine parameters take nine twelfths of the noise with them: 0.09·(12 − 9)/12.",
        Misconceptions =
        [
            (0.09, "this is the noise itself, the least error possible on new data. On the data it was fitted to, the curve has taken part of the noise along"),
            (0.03, "the intercept is a parameter too: degree 8 has nine"),
            (0.0675, "this is the part of the noise that the fit takes away, σ²·9/12. What you see is the rest"),
            (0.1575, "this adds σ²·9/12, which is right for new responses at the same positions. On the measurements themselves it is subtracted"),
            (0, "only as many parameters as measurements take the error down to 0"),
        ],
        Hints =
        [
            "Without bias, y − ŷ = (I − S)ε. How large is ‖(I − S)ε‖² on average when S projects on nine dimensions?",
            "I − S projects on the other 12 − 9 dimensions, and noise has the variance σ² in each of them.",
            "So the sum of the squares is 3σ² on average; divide by 12.",
        ],
        Solution = new("double MyTrainingError = 0.0225;", "E‖y − Sy‖²/n = σ²(n − p)/n with n = 12 and p = 9, the intercept counted."),
    };

    /// <summary>Write the mean squared error of ridge.</summary>
    public static FunctionExercise<double[], double[], double, double, double> Risk { get; } = new("why.risk", "The risk of ridge")
    {
        Prompt = "Write the mean of ‖ŵ(λ) − w‖² over the noise from the singular values d, the true weights γ in the singular directions, σ and λ.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MyRisk",
        Reference = (d, gamma, noise, lambda) => RidgeRisk(d, gamma, noise, lambda),
        Checks =
        [
            new("is the variance σ²/d² at λ = 0", ([2], [5], 1, 0), ([1, 0.5], [3, -4], 0.5, 0)),
            new("is the squared length of w when λ is huge", ([1, 2], [3, 4], 1, 1e9)),
            new("adds squared bias and variance in every direction", ([2], [3], 1, 1), ([3, 1], [3.5, 2.1], 1, 0.16), ([1, 0.1, 0.01], [-1, 1, 2], 0.3, 0.01)),
            new("is the squared bias alone without noise", ([2, 1], [1, -2], 0, 0.5)),
        ],
        Tolerance = 1e-8,
        Misconceptions =
        [
            new((d, g, s, l) => d.Zip(g, (a, b) => l * l * b * b / Sq(a * a + l)).Sum(), "this is the squared bias alone; the variance is missing"),
            new((d, g, s, l) => d.Zip(g, (a, b) => s * s * a * a / Sq(a * a + l)).Sum(), "this is the variance alone; the squared bias is missing"),
            new((d, g, s, l) => d.Zip(g, (a, b) => (l * b * b + s * s * a * a) / Sq(a * a + l)).Sum(), "the bias λγ/(d² + λ) must be squared, λ included"),
            new((d, g, s, l) => d.Zip(g, (a, b) => (l * l * b * b + s * a * a) / Sq(a * a + l)).Sum(), "the variance of the noise is σ², not σ"),
            new((d, g, s, l) => d.Zip(g, (a, b) => (l * l * b * b + s * s * a * a) / (a * a + l)).Sum(), "the denominator d² + λ is squared too"),
            new((d, g, s, l) => d.Zip(g, (a, b) => (l * l * b * b + s * s) / Sq(a * a + l)).Sum(), "the noise is multiplied by d/(d² + λ); the d on top is missing"),
            new((d, g, s, l) => d.Zip(g, (a, b) => Math.Abs(l * b) / (a * a + l) + s * s * a * a / Sq(a * a + l)).Sum(), "this adds the bias as it is; the mean squared error adds its square"),
            new((d, g, s, l) => RidgeRisk(d, g, s, l / 2), "λ is halved: the ½ of ½λ‖w‖² is gone after differentiating"),
            new((d, g, s, l) => RidgeRisk(d, g, s, 2 * l), "λ is doubled: in this course the penalty is ½λ‖w‖²"),
        ],
        Hints =
        [
            "Direction j of ridge is (d²γ + d·noise)/(d² + λ). Write its mean and its variance.",
            "The mean misses γ by −λγ/(d² + λ), and the variance is σ²d²/(d² + λ)². Squared bias plus variance, summed over j.",
            "d.Zip(gamma, (a, g) => (λ²g² + σ²a²)/(a² + λ)²).Sum()",
        ],
        Solution = new("""
            double MyRisk(double[] d, double[] gamma, double sigma, double lambda) =>
                d.Zip(gamma, (a, g) =>
                    (lambda * lambda * g * g + sigma * sigma * a * a) / Math.Pow(a * a + lambda, 2)).Sum();
            """,
            "Squared bias λ²γ²/(d² + λ)² plus variance σ²d²/(d² + λ)², for every direction."),
    };

    /// <summary>Find a strength that surely helps.</summary>
    public static FunctionExercise<double[], double, double> SafeStrength { get; } = new("why.safe", "The largest λ of the proof")
    {
        Prompt = "From the true weights γ in the singular directions (not all zero) and σ, return the largest λ for which the proof promises that no direction gets worse, whatever the singular values.",
        Kind = ExerciseKind.Derive,
        FunctionName = "MySafeStrength",
        Reference = (gamma, noise) => 2 * noise * noise / gamma.Max(g => g * g),
        Checks =
        [
            new("is 2σ²/γ² for a single weight", ([2], 1), ([-0.5], 0.3)),
            new("goes by the largest weight, of either sign", ([3, -5, 1], 2), ([0.1, 0.2], 1), ([0, 4], 0.5)),
        ],
        Misconceptions =
        [
            new((g, s) => s * s / g.Max(v => v * v), "σ²/γ² also helps, but the proof allows twice as much"),
            new((g, s) => 2 * s * s / g.Sum(v => v * v), "with the sum of the squares it is safe, but smaller than it has to be: the directions do not interfere"),
            new((g, s) => 2 * s * s / g.Min(v => v * v), "this goes by the smallest weight; then the direction with the largest one may get worse"),
            new((g, s) => 2 * s / g.Max(v => v * v), "σ must be squared: it is variances that are compared"),
            new((g, s) => 2 * s * s / g.Max(Math.Abs), "γ must be squared"),
            new((g, s) => 2 * s * s / (g.Max() * g.Max()), "the largest in absolute value counts: −5 is a larger weight than 3"),
        ],
        Hints =
        [
            "The proof ends with λ(γ²d² − σ²) < 2σ²d². When does it hold for every d?",
            "If λγ² ≤ 2σ², the left side is at most 2σ²d² − λσ², which is smaller than the right side.",
            "So λ ≤ 2σ²/γ_j² for every j: take the largest γ_j².",
        ],
        Solution = new("double MySafeStrength(double[] gamma, double sigma) => 2 * sigma * sigma / gamma.Max(g => g * g);",
            "The condition λ ≤ 2σ²/γ_j² must hold in every direction, so the largest |γ_j| decides. For very large d it cannot be improved."),
    };

    /// <summary>What does the theorem promise?</summary>
    public static ChoiceExercise Promise { get; } = new("why.promise", "What the theorem promises")
    {
        Prompt = "Which statement is true? Answer a, b, c or d.",
        Kind = ExerciseKind.Explain,
        Options =
        [
            new("a", "Ridge with λ = 0.01 has a smaller mean squared error than least squares, whatever the true weights.",
                "for any fixed λ there are true weights so large that the bias λγ/(d² + λ) costs more than the variance saved."),
            new("b", "For every data set, ridge with a good λ is closer to the true weights than least squares.",
                "the theorem compares means over the noise. For a single sample least squares may happen to be exactly right, and then every λ > 0 is worse."),
            new("c", "Whatever the true weights, if there is noise, some λ > 0 has a smaller mean squared error than least squares.",
                "every λ between 0 and 2σ²/max γ² does. Which λ that is depends on the true weights and on the noise.", Right: true),
            new("d", "Ridge with λ chosen by cross-validation has a smaller mean squared error than least squares.",
                "the theorem speaks of a fixed λ that depends on the unknown truth. A λ estimated from the data is itself random; it often helps, but this theorem does not say so."),
        ],
        Hints =
        [
            "Where do the true weights stand in the condition of the proof?",
            "Is the mean squared error a statement about one sample, or about all samples?",
            "The proof gives a λ that depends on γ and σ. One option says just that.",
        ],
        Solution = new("string MyPromise = \"c\";", "For every w and σ > 0 there is such a λ; no single λ serves every w, and nothing is said about one sample or about an estimated λ."),
    };

    private static double Sq(double value) => value * value;
}
