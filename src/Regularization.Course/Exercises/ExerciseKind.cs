namespace Regularization.Course;

/// <summary>What an exercise asks for.</summary>
public enum ExerciseKind
{
    /// <summary>Guess before you look.</summary>
    Predict,

    /// <summary>Work it out on paper.</summary>
    Derive,

    /// <summary>Write the function.</summary>
    Implement,

    /// <summary>Find the reason.</summary>
    Explain,
}
