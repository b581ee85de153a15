using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>What there is to know of a lesson before opening it.</summary>
/// <param name="Slug">The name in addresses and in <see cref="Lesson.Start"/>: <c>l1-sparsity-geometry</c>.</param>
/// <param name="File">The notebook's file name, which carries the number: <c>02-l1-sparsity-geometry.ipynb</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Minutes">How long it takes, exercises included.</param>
public sealed record LessonInfo(string Slug, string File, string Title, int Minutes)
{
    /// <summary>A sentence on what it is about.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What you need to know before.</summary>
    public ImmutableArray<string> Prerequisites { get; init; } = [];

    /// <summary>What you will be able to do, each beginning with a verb.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];

    /// <summary>Where the exercises are; asked only when they are needed, so that lessons may refer to each other.</summary>
    public required Func<IReadOnlyList<Exercise>> ExerciseList { private get; init; }

    /// <summary>The exercises, in their order.</summary>
    public IReadOnlyList<Exercise> Exercises => ExerciseList();
}
