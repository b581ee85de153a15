using System.Text.RegularExpressions;

namespace Regularization.Course;

public static partial class L2Decay
{
    /// <summary>Where do the weights end? To be guessed before the derivation.</summary>
    public static ChoiceExercise Guess { get; } = new("l2.guess", "Where do the weights end?")
    {
        Prompt = "Two samples, (2, 1) → 9 and (1, 2) → 6; least squares is (4, 1). Where are the weights after ten thousand small gradient steps with the penalty ½λ‖w‖², λ = 1? Answer a, b or c.",
        Kind = ExerciseKind.Predict,
        Options =
        [
            new("a", "At (0, 0), because every step shrinks them.",
                "every step also follows the loss, and at (0, 0) the loss pushes with full force while there is nothing left to shrink. Read on to see where the two balance."),
            new("b", "Not at zero, but each weight is smaller than without the penalty.",
                "the vector does get shorter, but that says nothing about each single weight. Read on and watch the second one."),
            new("c", "Not at zero; the vector is shorter, but one weight is larger than before.",
                "the weights end at (3, 1.5) instead of (4, 1). The vector is shorter, and the second weight has grown.", Right: true),
        ],
        Hints =
        [
            "What does the loss do at (0, 0)? Is its slope zero there?",
            "Shorter is a statement about the whole vector (w₁, w₂). Could one entry grow while the length falls?",
            "The penalty prefers (2.5, 2.5) to (4, 1): the sum is the same, the length is smaller. Which entry grows on the way?",
        ],
        Solution = new("string MyGuess = \"c\";",
            "The balance of loss and penalty is the ridge solution (3, 1.5): shorter than (4, 1), not zero, and with a larger second weight."),
    };

    /// <summary>For which optimizers are the L2 penalty and weight decay the same?</summary>
    public static JudgedExercise<string> SameIterates { get; } = new("l2.optimizers", "Which optimizers agree?")
    {
        Prompt = "For which are “add λw to the gradient” and “multiply by 1 − ηλ, then step for J₀” the same iterates, whatever the loss? a: gradient descent; b: stochastic gradient descent without momentum; c: gradient descent with momentum; d: Adam.",
        Kind = ExerciseKind.Explain,
        IsBlank = string.IsNullOrWhiteSpace,
        Demands =
        [
            new("Answer with letters from a to d", answer => Letters(answer).FirstOrDefault(c => c is < 'a' or > 'd') is var odd and not '\0' ? $"{odd} is none of them" : null),
            new("d is wrong", answer => Letters(answer).Contains('d') ? "Adam divides the gradient, and a λw inside it too, by the root of its running mean square; decay outside is not divided." : null),
            new("c is wrong", answer => Letters(answer).Contains('c') ? "momentum remembers old gradients. With λw inside, it remembers old weights too, and they go on acting in later steps; with the decay outside, only the present weight acts." : null),
            new("a is missing", answer => Letters(answer).Contains('a') ? null : "for gradient descent lines 4 and 5 are the same step, by collecting the terms."),
            new("b is missing", answer => Letters(answer).Contains('b') ? null : "lines 4 and 5 did not use that the gradient comes from all samples; any vector in its place will do."),
        ],
        Because = "a and b: the step is a multiple of the gradient of this very moment, so ηλw can be moved out of it. Momentum and Adam transform the gradient first.",
        Hints =
        [
            "Look for the place in the derivation where line 4 becomes line 5. What does it need?",
            "It needs that the step is −η times (gradient + λw), with nothing done to the sum. Does it matter which samples gave the gradient?",
            "Momentum averages the sum over time before it is used, Adam averages it and divides it. Two are left.",
        ],
        Solution = new("string MyOptimizers = \"ab\";",
            "Line 5 is line 4 with the terms collected, for any vector in place of the gradient: also for one from a few samples (Loshchilov and Hutter 2019, Proposition 1). With momentum the λw of earlier steps stays in the running mean; in Adam it is divided as well (Proposition 2)."),
    };

    /// <summary>The letters of an answer, without the word "and": "a and b" names two.</summary>
    private static char[] Letters(string answer) =>
        [.. Regex.Replace(answer.ToLowerInvariant(), @"\band\b", " ", RegexOptions.CultureInvariant).Where(char.IsLetterOrDigit)];
}
