namespace Regularization.Course;

/// <summary>The lessons of the course, in their order.</summary>
public static class Syllabus
{
    /// <summary>The lessons.</summary>
    public static IReadOnlyList<LessonInfo> Lessons { get; } = [WhyRegularize.Info, L0Counting.Info, L1Geometry.Info, L2Decay.Info, PenaltyConstraint.Info, FromL0ToL1.Info, Smoothness.Info, Choosing.Info, OwnData.Info];

    /// <summary>The exercises of all lessons.</summary>
    public static IEnumerable<Exercise> Exercises => Lessons.SelectMany(l => l.Exercises);

    /// <summary>The lesson of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static LessonInfo Lesson(string slug) =>
        Lessons.FirstOrDefault(l => l.Slug == slug)
        ?? throw new ArgumentException($"slug is '{slug}'; expected one of {string.Join(", ", Lessons.Select(l => l.Slug))}.", nameof(slug));

    /// <summary>The exercise of an id, or <see langword="null"/>.</summary>
    public static Exercise? FindExercise(string id) => Exercises.FirstOrDefault(e => e.Id == id);
}
