namespace Regularization.Course;

public static partial class L2Decay
{
    /// <summary>Which λ belongs to a prior?</summary>
    public static NumberExercise Prior { get; } = new("l2.prior", "The λ of a prior")
    {
        Kind = ExerciseKind.Derive,
        Prompt = "The noise has standard deviation σ = 2. You believe that the weights are independent and normal with mean 0 and standard deviation τ = 4. Which λ of ½‖y − Xw‖² + ½λ‖w‖² has the most probable weights as its minimum?",
        Expected = 0.25,
        Tolerance = 1e-6,
        ToleranceReason = "the answer has two decimals",
        Because = "λ = σ²/τ² = 4/16.",
        Misconceptions =
        [
            (0.5, "the variances count, not the standard deviations: σ²/τ²"),
            (4, "upside down: a wide prior holds the weights back less"),
            (0.125, "both terms have a ½ already, so nothing is left to halve"),
            (0.0625, "this is 1/τ²: right for noise of variance 1. The loss was divided by σ², so multiply by it"),
            (64, "this is σ²τ²: a wide prior would hold the weights back more, not less"),
        ],
        Hints =
        [
            "Write minus the logarithm of the posterior: ‖y − Xw‖²/(2σ²) + ‖w‖²/(2τ²) and constants.",
            "Multiply by σ², so that the first term is ½‖y − Xw‖².",
            "What stands in front of ½‖w‖² then?",
        ],
        Solution = new("double MyPriorLambda = 0.25;", "‖y − Xw‖²/(2σ²) + ‖w‖²/(2τ²), times σ², is ½‖y − Xw‖² + ½(σ²/τ²)‖w‖²."),
    };

    /// <summary>Which λ belongs to a number of steps?</summary>
    public static NumberExercise Stopping { get; } = new("l2.stopping", "The λ of stopping early")
    {
        Kind = ExerciseKind.Derive,
        Prompt = "Gradient descent from w = 0 with step η = 0.01 is stopped after k = 50 steps. Which λ of ridge does about the same?",
        Expected = 2,
        Tolerance = 1e-6,
        ToleranceReason = "a whole number",
        Because = "λ = 1/(ηk): 50 steps of 0.01 are the time 0.5.",
        Misconceptions =
        [
            (0.5, "this is the time ηk; λ is one over it: more steps, less regularization"),
            (50, "the step size counts as well: 50 tiny steps do not get far"),
            (0.02, "this is 1/k; the time is ηk"),
            (100, "this is 1/η; the number of steps counts as well"),
            (5000, "this is k/η"),
        ],
        Hints =
        [
            "How long is the time that the 50 steps take?",
            "ηk = 0.5.",
            "λ = 1/time.",
        ],
        Solution = new("double MyStopLambda = 2;", "Stopped at time s = ηk, descent keeps about what ridge keeps at λ = 1/s."),
    };
}
