namespace Regularization.Course;

public static partial class Choosing
{
    /// <summary>What does cross-validation say after a choice on all data? To be guessed before the study.</summary>
    public static ChoiceExercise Guess { get; } = new("choose.guess", "What will cross-validation say?")
    {
        Prompt = "The response is pure noise of variance 1; no feature has anything to do with it. From 1000 features the ten that correlate most with it are taken, on all rows. Then least squares on these ten is cross-validated. What mean squared error comes out? Answer a, b or c.",
        Kind = ExerciseKind.Predict,
        Options =
        [
            new("a", "About 1 or a little more: cross-validation is honest.",
                "it is honest about what happens inside the folds. The choice was made before, and has seen every test row."),
            new("b", "Much less than 1, although nothing can be predicted.",
                "the choice has seen the rows of every test fold, so the test folds are not new.", Right: true),
            new("c", "Much more than 1: ten features are too many for noise.",
                "ten features cost something, but the choice on all rows has already used the test rows to make them look good."),
        ],
        Hints =
        [
            "Which rows has the choice of the ten features seen?",
            "All of them, also those that later play the new data.",
            "The ten correlate with y on the test rows, too. So the prediction there looks good.",
        ],
        Solution = new("string MyGuess = \"b\";", "Everything that looks at y belongs inside the folds, the choice of features first of all."),
    };

    /// <summary>Leave-one-out by hand.</summary>
    public static NumberExercise LeaveOneOut { get; } = new("choose.leave-one-out", "Leave one out, by hand")
    {
        Prompt = "Four measurements, y = (1, 2, 4, 9). The prediction for one that is left out is the mean of the other three. What is the mean squared error of the four predictions?",
        Kind = ExerciseKind.Derive,
        Expected = 152.0 / 9,
        Tolerance = 0.01,
        ToleranceReason = "two decimals show it",
        Because = "leaving one out stretches its deviation from the mean by 4/3: the errors are −4, −8/3, 0 and 20/3.",
        Misconceptions =
        [
            (9.5, "this is the error on the training data, with the mean of all four"),
            (38.0 / 3, "this is the sample variance, with the divisor 3: the stretching by n/(n − 1) is squared in the error"),
            (608.0 / 9, "this is the sum of the four squared errors; take the mean"),
            (38, "this is the sum of squares around the mean of all four"),
            (Math.Sqrt(152.0 / 9), "this is the root of it"),
        ],
        Hints =
        [
            "Without the first, the mean of the others is 5. Its error is 1 − 5.",
            "The four errors are −4, 2 − 14/3, 0 and 9 − 7/3.",
            "Square them: 16, 64/9, 0, 400/9. Take the mean.",
        ],
        Solution = new("double MyError = 152.0 / 9;", "(16 + 64/9 + 0 + 400/9)/4 = 152/9. In general it is (n/(n − 1))² times the training error."),
    };

    /// <summary>The one-standard-error rule.</summary>
    public static FunctionExercise<double[], double[], double[], double> OneStandardError { get; } = new("choose.one-se", "The one-standard-error rule")
    {
        Prompt = "Given λ, the cross-validated errors and their standard errors, return the largest λ whose error is at most the smallest error plus the standard error at that smallest one.",
        Kind = ExerciseKind.Implement,
        FunctionName = "MyRule",
        Reference = Rule,
        Checks =
        [
            new("goes to the largest λ within one standard error", ([8, 4, 2, 1], [9, 5.5, 5, 6], [1, 1, 1, 1]), ([8, 4, 2, 1], [5.9, 5.5, 5, 6], [1, 1, 1, 1])),
            new("stays at the best λ when nothing larger is near", ([8, 4, 2, 1], [9, 7, 5, 5.1], [1, 1, 0.5, 1])),
            new("uses the standard error at the smallest error", ([8, 4, 2, 1], [9, 6.5, 5, 6], [3, 2, 1, 3]), ([8, 4, 2, 1], [7.5, 6.9, 5, 6], [0.1, 0.1, 2, 0.1])),
            new("does not need the λ in order", ([1, 8, 2, 4], [6, 9, 5, 5.5], [1, 1, 1, 1])),
            new("does not stop at a gap", ([8, 4, 2, 1], [5.5, 9, 5, 6], [1, 1, 1, 1])),
        ],
        Misconceptions =
        [
            new((l, e, s) => l[Array.IndexOf(e, e.Min())], "this is λ.min, where the error is smallest; the rule goes on to larger λ"),
            new((l, e, s) => l.Where((_, i) => e[i] <= e.Min() + s[Array.IndexOf(e, e.Min())]).Min(), "this is the smallest such λ: the rule takes the simplest model, which is the largest λ"),
            new((l, e, s) => l.Where((_, i) => e[i] - s[i] <= e.Min()).Max(), "this uses the standard error of each λ itself; the rule uses the one at the smallest error"),
            new((l, e, s) => l.Where((_, i) => e[i] <= e.Min() + 2 * s[Array.IndexOf(e, e.Min())]).Max(), "this is two standard errors; the rule has one"),
            new((l, e, s) => l.Where((_, i) => e[i] <= e.Min() + s.Min()).Max(), "this takes the smallest standard error; the rule takes the one where the error is smallest"),
            new((l, e, s) => l[Enumerable.Range(0, l.Length).First(i => e[i] <= e.Min() + s[Array.IndexOf(e, e.Min())])], "this takes the first in the list, which is the largest only if the λ fall"),
        ],
        Hints =
        [
            "Find where the error is smallest: var best = Array.IndexOf(errors, errors.Min()).",
            "The limit is errors[best] + standardErrors[best].",
            "Of all λ[i] with errors[i] ≤ limit, take the largest: lambdas.Where((_, i) => errors[i] <= limit).Max().",
        ],
        Solution = new("""
            double MyRule(double[] lambdas, double[] errors, double[] standardErrors)
            {
                var best = Array.IndexOf(errors, errors.Min());
                var limit = errors[best] + standardErrors[best];
                return lambdas.Where((_, i) => errors[i] <= limit).Max();
            }
            """,
            "One limit for all, taken at the smallest error; of what is below it the largest λ, which is the simplest model."),
    };

    /// <summary>Degrees of freedom of ridge.</summary>
    public static NumberExercise Freedom { get; } = new("choose.freedom", "Degrees of freedom of ridge")
    {
        Prompt = "The singular values of X are 2 and 1, and λ = 1. How many degrees of freedom has the ridge fit (without an intercept)?",
        Kind = ExerciseKind.Derive,
        Expected = 1.3,
        Tolerance = 1e-6,
        ToleranceReason = "the answer has one decimal",
        Because = "Σ d²/(d² + λ) = 4/5 + 1/2.",
        Misconceptions =
        [
            (2, "this is the number of weights: right for λ = 0"),
            (7.0 / 6, "the singular values are not squared: d²/(d² + λ)"),
            (0.7, "this is what is taken away, Σ λ/(d² + λ)"),
            (0.89, "this is the trace of the squared smoother, Σ (d²/(d² + λ))²: the variance has it, the degrees of freedom do not"),
            (5.0 / 6, "add the fractions, do not divide the sums: (4 + 1)/(5 + 1)"),
        ],
        Hints =
        [
            "ŷ = Sy, and the degrees of freedom are the trace of S.",
            "S has the eigenvalues d²/(d² + λ).",
            "4/(4 + 1) + 1/(1 + 1).",
        ],
        Solution = new("double MyFreedom = 1.3;", "The trace of X(XᵀX + λI)⁻¹Xᵀ is Σ d_j²/(d_j² + λ)."),
    };

    /// <summary>What does BIC say to one more feature?</summary>
    public static NumberExercise Bic { get; } = new("choose.bic", "What BIC says to one more feature")
    {
        Prompt = "n = 442. The best four features have RSS 1331431, the best five 1287881. BIC is n·ln(RSS/n) + k·ln n, up to a constant. By how much does it change from four to five (new minus old)?",
        Kind = ExerciseKind.Derive,
        Expected = 442 * Math.Log(1287881.0 / 1331431.0) + Math.Log(442),
        Tolerance = 0.02,
        ToleranceReason = "two decimals are enough to see the sign and the size",
        Because = "the fit gains 442·ln(1331431/1287881), about 14.70, and the feature costs ln 442, about 6.09.",
        Misconceptions =
        [
            (442 * Math.Log(1287881.0 / 1331431.0) + 2, "this is AIC: it charges 2 for a feature, BIC ln n"),
            (-442 * Math.Log(1287881.0 / 1331431.0) - Math.Log(442), "the sign: new minus old, and smaller is better"),
            (442 * Math.Log(1287881.0 / 1331431.0), "the price of the feature, ln n, is missing"),
            (Math.Log(1287881.0 / 1331431.0) + Math.Log(442), "the factor n in front of the logarithm is missing"),
            (442 * Math.Log10(1287881.0 / 1331431.0) + Math.Log10(442), "natural logarithms, not those to the base ten"),
            (442 * Math.Log(1287881.0 / 1331431.0) - Math.Log(442), "the price is added, not taken away: a feature must pay for itself"),
        ],
        Hints =
        [
            "Write BIC for five features minus BIC for four. Which terms stay?",
            "442·ln(1287881/1331431) + ln 442.",
            "The first is about −14.70, the second about 6.09.",
        ],
        Solution = new("double MyChange = 442 * Math.Log(1287881.0 / 1331431) + Math.Log(442);", "It falls by about 8.6: for BIC the fifth feature is worth its price."),
    };

    /// <summary>What the lesson has shown, and what it has not.</summary>
    public static ChoiceExercise TrueStatement { get; } = new("choose.true", "What can be said")
    {
        Prompt = "Which sentence is true? Answer a, b, c or d.",
        Kind = ExerciseKind.Explain,
        Options =
        [
            new("a", "On the diabetes data one of the penalties is clearly the best.",
                "the differences between them are smaller than their spread over the splits. That is a tie."),
            new("b", "A best subset of k features has k degrees of freedom, like k features that were fixed beforehand.",
                "the search itself adapts to the noise: the first of ten costs almost four degrees of freedom."),
            new("c", "The one-standard-error rule chooses a model that is proven to be within one standard error of the best.",
                "it is a convention. The standard error is estimated from folds that share data, and nothing is proven."),
            new("d", "AIC and BIC may choose different sizes on the same data, because they ask different questions.",
                "AIC estimates the error of prediction, BIC looks for the most probable model; BIC charges more per feature as soon as ln n > 2.", Right: true),
        ],
        Hints =
        [
            "Three of the four are contradicted by a number in this lesson.",
            "Look for: the table of differences; the degrees of freedom of a search; what the rule promises.",
            "What is left is about two prices for a feature, 2 and ln n.",
        ],
        Solution = new("string MyAnswer = \"d\";", "On the diabetes data they do differ or agree as the figure shows; that they may differ follows from 2 and ln n."),
    };

    private static double Rule(double[] lambdas, double[] errors, double[] standardErrors)
    {
        var best = Array.IndexOf(errors, errors.Min());
        return lambdas.Where((_, i) => errors[i] <= errors[best] + standardErrors[best]).Max();
    }
}
