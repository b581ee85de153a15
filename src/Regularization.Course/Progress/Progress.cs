namespace Regularization.Course;

/// <summary>What the learner has solved so far, kept in a small file beside the notebooks.</summary>
/// <remarks>Answers are recorded once a notebook has called <see cref="Lesson.Start"/>; with the environment variable <c>COURSE_PROGRESS=off</c> never.
/// Without an answer nothing is written.</remarks>
public static class Progress
{
    /// <summary>The environment variable that turns recording off.</summary>
    public const string Switch = "COURSE_PROGRESS";

    private static ProgressFile? s_file;
    private static string? s_problem;

    /// <summary>How far you are, as a picture: every exercise of every lesson.</summary>
    public static ProgressReport Show() => ProgressReport.Of(s_file ?? new(ProgressFile.Name), s_problem);

    /// <summary>Forgets one exercise.</summary>
    /// <param name="exercise">Its id.</param>
    /// <exception cref="ArgumentException">There is no such exercise.</exception>
    public static ProgressReport Reset(string exercise) => Reset(s_file ?? new(ProgressFile.Name), exercise);

    /// <summary>Forgets all exercises.</summary>
    public static ProgressReport Reset() => Reset(s_file ?? new(ProgressFile.Name));

    /// <summary>Forgets one exercise, or all.</summary>
    /// <param name="file">The file.</param>
    /// <param name="exercise">The id of the exercise; all when not given.</param>
    /// <exception cref="ArgumentException">There is no such exercise.</exception>
    public static ProgressReport Reset(ProgressFile file, string? exercise = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (exercise is not null && Syllabus.FindExercise(exercise) is null)
        {
            throw new ArgumentException(
                $"exercise is '{exercise}'; expected one of {string.Join(", ", Syllabus.Exercises.Select(e => e.Id))}.", nameof(exercise));
        }

        file.Change(all => exercise is null ? all.Clear() : all.Remove(exercise));
        return ProgressReport.Of(file);
    }

    /// <summary>From now on answers are recorded in a file.</summary>
    internal static void Begin(ProgressFile file) =>
        s_file = Environment.GetEnvironmentVariable(Switch) == "off" ? null : file;

    /// <summary>An answer was judged.</summary>
    internal static void Record(Exercise exercise, VerdictStatus status)
    {
        if (s_file is null || status == VerdictStatus.Unsolved)
            return;
        try
        {
            s_file.Change(all => all.GetValueOrDefault(exercise.Id, new(false, 0)) is var before && before.After(status == VerdictStatus.Passed) is var after && after != before
                ? all.SetItem(exercise.Id, after) : all);
        }
        catch (Exception e) when (e is ProgressException or IOException or UnauthorizedAccessException)
        {
            // The verdict matters more; Show says what went wrong.
            s_problem = e.Message;
        }
    }
}
