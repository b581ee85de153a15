namespace Regularization.Course;

/// <summary>How the course's values are shown in notebooks.</summary>
public static class CourseDisplay
{
    /// <summary>Registers the formatters; calling it again changes nothing.</summary>
    public static void Register() { }
}
