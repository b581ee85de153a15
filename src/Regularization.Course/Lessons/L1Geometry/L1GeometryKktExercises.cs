namespace Regularization.Course;

/// <content>Exercises on the condition for a zero weight.</content>
public static partial class L1Geometry
{
    /// <summary>From which λ on is the first weight zero?</summary>
    public static NumberExercise ZeroFrom { get; } = new("l1.zero-from", "When does the weight leave?")
    {
        Kind = ExerciseKind.Predict,
        Prompt = "For the example with center (2, 3): the smallest λ from which on w₁ = 0 in the solution.",
        Expected = 6,
        Tolerance = 1e-6,
        ToleranceReason = "the answer is a whole number; rounding of a computed one is far smaller",
        Because = "with w₁ = 0 the second equation 2w₂ − 8 = −λ gives w₂ = (8 − λ)/2, so |∂J₀/∂w₁| = (6 + λ)/2, which is at most λ exactly for λ ≥ 6",
        Misconceptions =
        [
            (7, "7 is |∂J₀/∂w₁| at the origin; the condition is about the gradient at the solution, where w₂ is not 0"),
            (8, "8 is λ_max: from there on both weights are zero; w₁ is zero earlier"),
            (1, "1 is the radius t = ‖w‖₁ at that moment, not λ"),
            (5, "5 is ‖c‖₁, the radius from which on the constraint no longer matters; it is not a λ"),
            (3, "3 is the answer for the old center (1, 3), or half of the new one: take c = (2, 3), and mind that ∂/∂w₁ of (w₁ − 2)² is 2(w₁ − 2)"),
            (12, "12 is twice the answer: J₀ was counted double"),
            (-6, "the size is right, but λ is never negative: −λ is the derivative, λ its size"),
        ],
        Hints =
        [
            "The gradient is (2w₁ + w₂ − 7, w₁ + 2w₂ − 8). Put in w₁ = 0.",
            "w₂ > 0 must fulfill its own line: 2w₂ − 8 = −λ. That gives w₂ as a function of λ.",
            "w₁ = 0 needs |w₂ − 7| ≤ λ. Put in w₂ = (8 − λ)/2 and solve for λ.",
        ],
        Solution = new(
            "double smallestLambda = 6;",
            "2w₂ − 8 = −λ gives w₂ = (8 − λ)/2. Then ∂J₀/∂w₁ = w₂ − 7 = −(6 + λ)/2, and (6 + λ)/2 ≤ λ means λ ≥ 6. At λ = 6 itself there is equality and w₁ = 0: a knot."),
    };

    /// <summary>Does a coordinate fulfill its KKT condition?</summary>
    public static FunctionExercise<double, double, double, bool?> CoordinateOptimal { get; } = new("l1.coordinate-optimal", "Check one coordinate")
    {
        Kind = ExerciseKind.Derive,
        Prompt = "true if the weight w with the partial derivative gradient of J₀ fulfills the KKT condition for λ > 0.",
        FunctionName = "MyCoordinateIsOptimal",
        Reference = (w, g, lambda) => Fulfills(w, g, lambda),
        Checks =
        [
            new("accepts a zero that is pulled with less than λ", (0, 0.5, 1), (0, -0.5, 1), (0, 0, 2)),
            new("accepts a zero that is pulled with exactly λ", (0, 1, 1), (0, -1, 1), (0, -3, 3)),
            new("refuses a zero that is pulled with more than λ", (0, 1.5, 1), (0, -1.5, 1), (0, -4, 3), (0, 1e6, 3)),
            new("accepts a positive weight exactly at −λ", (0.75, -1, 1), (2, -3, 3), (1e6, -0.5, 0.5)),
            new("accepts a negative weight exactly at +λ", (-0.75, 1, 1), (-2, 3, 3)),
            new("refuses the other sign", (0.75, 1, 1), (-0.75, -1, 1), (2, 3, 3)),
            new("refuses a nonzero weight that is pulled with less than λ", (0.75, -0.5, 1), (-0.75, 0.5, 1), (0.01, 0, 2)),
            new("refuses a nonzero weight that is pulled with more than λ", (0.75, -2, 1), (-1, 5, 1)),
        ],
        Misconceptions =
        [
            new((w, g, l) => Math.Abs(g) <= l, "this tests |∂J₀/∂w_j| ≤ λ for every weight; a nonzero weight needs equality, with the right sign"),
            new((w, g, l) => w == 0 ? Math.Abs(g) < l : g == -l * Math.Sign(w), "this asks for strictly less at zero; less than λ forces the zero, but equality is allowed too"),
            new((w, g, l) => w == 0 ? Math.Abs(g) <= l : g == l * Math.Sign(w), "the sign is turned round: at the minimum ∂J₀/∂w_j + λ·sign(w_j) = 0, so the derivative is −λ for a positive weight"),
            new((w, g, l) => w == 0 ? Math.Abs(g) <= l : Math.Abs(g) == l, "the size is right, the sign is not tested: a positive weight needs −λ, a negative one +λ"),
            new((w, g, l) => g == -l * Math.Sign(w), "this takes 0 as the only slope of |w| at zero; every number from −1 to 1 is a subgradient there"),
            new((w, g, l) => w == 0 ? g <= l : g == -l * Math.Sign(w), "the absolute value is missing: a zero can also be pulled too hard to the positive side, where ∂J₀/∂w_j < −λ"),
            new((w, g, l) => w == 0 || g == -l * Math.Sign(w), "this accepts every zero; a zero that is pulled with more than λ is not optimal"),
            new((w, g, l) => w == 0 ? Math.Abs(g) <= l / 2 : g == -l * Math.Sign(w) / 2, "λ, not λ/2: the penalty is λ‖w‖₁, without a ½"),
            new((w, g, l) => !Fulfills(w, g, l), "exactly the wrong way round: true and false are exchanged"),
        ],
        Hints =
        [
            "There are three cases: w > 0, w < 0 and w = 0. Two of them ask for equality.",
            "Zero must be a subgradient: gradient + λ·s = 0 with s = 1 for w > 0, s = −1 for w < 0, any s from −1 to 1 for w = 0.",
            "For w ≠ 0: gradient == −λ·sign(w). For w = 0: |gradient| ≤ λ, with equality allowed.",
        ],
        Solution = new(
            """
            bool? MyCoordinateIsOptimal(double w, double gradient, double lambda)
            {
                if (w == 0)
                    return Math.Abs(gradient) <= lambda;
                return Math.Abs(gradient + lambda * Math.Sign(w)) <= 1e-12;
            }
            """,
            "The three KKT lines, word by word. The last line allows for rounding; with exact numbers == does as well."),
    };

    private static bool Fulfills(double w, double gradient, double lambda) =>
        w == 0 ? Math.Abs(gradient) <= lambda : gradient == -lambda * Math.Sign(w);
}
