namespace Regularization.Course;

/// <summary>The lesson on the geometry of sparsity.</summary>
public static partial class L1Geometry
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("l1-sparsity-geometry", "02-l1-sparsity-geometry.ipynb", "L1 sparsity geometry", 45)
    {
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises => [];
}
