namespace Regularization.Course;

/// <summary>The lesson on what regularization is for: error on training data, error on new data, bias and variance.</summary>
public static partial class WhyRegularize
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("why-regularize", "00-why-regularize.ipynb", "Why regularize?", 60)
    {
        Summary = "A curve that fits every sample predicts worst. Bias and variance computed exactly, and why some λ > 0 always beats λ = 0.",
        Prerequisites = ["Mean and variance of a random number", "The product of a matrix and a vector"],
        Outcomes =
        [
            "Explain why the error on training data says little about new data, and compute both",
            "Split an expected error into bias, variance and noise, without simulating",
            "Prove that shrinking by the right amount always helps, and say what “right” depends on",
            "Say what λ does to the training error, and what nobody can promise about the test error",
        ],
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises => [Guess, ShrinkFactor, TrainingError, Risk, SafeStrength, Promise];

    /// <summary><c>(1 − κ)²m² + κ²v</c>: the mean squared error of κ times a mean of measurements.</summary>
    /// <param name="factor">κ.</param>
    /// <param name="truth">m, what is measured.</param>
    /// <param name="variance">v, the variance of the mean of the measurements.</param>
    public static ExpectedError ShrunkenMean(double factor, double truth, double variance) =>
        new((1 - factor) * (1 - factor) * truth * truth, factor * factor * variance, 0);

    /// <summary><c>Σ_j (λ²γ_j² + σ²d_j²)/(d_j² + λ)²</c>: the mean of <c>‖ŵ(λ) − w‖²</c> over the noise.</summary>
    /// <param name="d">The singular values d_j of the design.</param>
    /// <param name="gamma">γ_j = v_jᵀw, the true weights in the singular directions.</param>
    /// <param name="noise">σ.</param>
    /// <param name="lambda">λ, of ½λ‖w‖².</param>
    public static double RidgeRisk(IEnumerable<double> d, IEnumerable<double> gamma, double noise, double lambda) =>
        d.Zip(gamma, (s, g) => (lambda * lambda * g * g + noise * noise * s * s) / ((s * s + lambda) * (s * s + lambda))).Sum();

    private static double[] Steps(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];
}
