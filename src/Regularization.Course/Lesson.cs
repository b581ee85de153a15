namespace Regularization.Course;

/// <summary>The start of a notebook.</summary>
public static class Lesson
{
    /// <summary>Registers how values are shown, starts the numbering of figures afresh and the record of answers, and returns the heading to show.</summary>
    public static LessonHeader Start(string slug)
    {
        CourseDisplay.Register();
        FigureNumbers.Reset();
        Progress.Begin(new ProgressFile(ProgressFile.Name));
        return new LessonHeader(Syllabus.Lesson(slug));
    }
}
