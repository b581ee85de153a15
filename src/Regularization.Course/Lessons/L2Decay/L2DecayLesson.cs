namespace Regularization.Course;

/// <summary>The lesson on the L2 penalty and weight decay.</summary>
public static partial class L2Decay
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("l2-decay", "03-l2-decay.ipynb", "L2 decay", 90)
    {
        Summary = "The weight-decay step derived line by line, where it ends and for which step sizes, and why no weight becomes zero.",
        Prerequisites = ["Partial derivatives", "The product of a matrix and a vector"],
        Outcomes =
        [
            "Derive the weight-decay step from the penalized loss and check every line with numbers",
            "Say where the steps end, and for which step sizes they get there",
            "Compute the shrinkage of every direction and the degrees of freedom from the singular values",
            "Explain “never exactly zero” without confusing probability 0 with impossible",
            "Tell the L2 penalty from weight decay when the optimizer is Adam",
        ],
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises =>
        [Guess, DecayStep, GrowingWeight, LargestRate, DegreesOfFreedom, Crossing, RadiusToLambda, UnsquaredStrength, SameIterates, Prior, Stopping];

    /// <summary>The two samples <c>(2, 1)</c> and <c>(1, 2)</c> of the lesson's smallest example.</summary>
    /// <remarks>No initializer: the exercises of the other files need it, and the order of initializers across files is open.</remarks>
    private static Matrix SmallDesign => Matrix.Build.DenseOfArray(new double[,] { { 2, 1 }, { 1, 2 } });

    private static Vector Of(params double[] entries) => Vector.Build.Dense(entries);
}
