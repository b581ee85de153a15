namespace Regularization.Course;

/// <summary>The lesson on counting weights.</summary>
public static partial class L0Counting
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("l0-counting", "01-l0-counting.ipynb", "L0 counting", 45)
    {
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises => [];
}
