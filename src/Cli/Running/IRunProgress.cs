namespace CourseCli;

/// <summary>Is told how far the run has come; a bar on a terminal, lines elsewhere.</summary>
internal interface IRunProgress
{
    /// <summary>A notebook has executed <paramref name="done"/> of its <paramref name="total"/> code cells.</summary>
    void Report(string file, int done, int total);

    /// <summary>A notebook has ended.</summary>
    void Ended(LessonRun run);
}
