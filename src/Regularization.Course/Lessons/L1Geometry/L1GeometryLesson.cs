namespace Regularization.Course;

/// <summary>The lesson on the geometry of sparsity.</summary>
public static partial class L1Geometry
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("l1-sparsity-geometry", "02-l1-sparsity-geometry.ipynb", "L1 sparsity geometry", 95)
    {
        Summary = "Why an L1 penalty puts weights at exactly zero, when it does, and how often.",
        Prerequisites = ["Partial derivatives", "What convex means", "A little probability for the last third"],
        Outcomes =
        [
            "Read the first-contact picture in both forms, with a radius t and with a strength λ",
            "Derive the condition for w_j = 0 and tell what it needs from what forces it",
            "Derive soft thresholding, and go from λ to t and back on real data",
            "Compute how likely the corner is, in two dimensions and in many",
            "Explain why gradient descent gives no zeros and a proximal step does",
        ],
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises =>
        [ZeroFrom, CoordinateOptimal, SoftThreshold, Multiplier, Corner, Faces, ProximalStep, Statements];

    /// <summary><c>(w₁ − 1)² + (w₁ − 1)(w₂ − 3) + (w₂ − 3)²</c>: the lesson's small example, <c>½(w − c)ᵀH(w − c)</c> with c = (1, 3).</summary>
    public static EllipticalLoss Example { get; } =
        new(Matrix.Build.DenseOfArray(new double[,] { { 2, 1 }, { 1, 2 } }), Vector.Build.Dense([1.0, 3.0]));
}
