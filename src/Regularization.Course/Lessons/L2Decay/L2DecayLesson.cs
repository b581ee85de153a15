namespace Regularization.Course;

/// <summary>The lesson on weight decay.</summary>
public static partial class L2Decay
{
    /// <summary>What there is to know of the lesson before opening it.</summary>
    public static LessonInfo Info { get; } = new("l2-decay", "03-l2-decay.ipynb", "L2 decay", 45)
    {
        ExerciseList = () => Exercises,
    };

    /// <summary>The exercises, in their order.</summary>
    public static IReadOnlyList<Exercise> Exercises => [];
}
