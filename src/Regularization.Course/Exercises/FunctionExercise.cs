namespace Regularization.Course;

/// <summary>"Write a function of one argument": a number, an array or a vector.</summary>
/// <typeparam name="T">The argument.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
/// <param name="id">The name.</param>
/// <param name="title">The heading.</param>
public sealed class FunctionExercise<T, TResult>(string id, string title) : CheckedFunction<Func<T, TResult>, T, TResult>(id, title)
{
    /// <inheritdoc/>
    protected override TResult? Apply(Func<T, TResult> function, T arguments) => function(arguments);

    /// <inheritdoc/>
    protected override string Show(T arguments) => Answers.Arguments(arguments);
}

/// <summary>"Write a function of two arguments".</summary>
/// <typeparam name="T1">The first argument.</typeparam>
/// <typeparam name="T2">The second argument.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
/// <param name="id">The name.</param>
/// <param name="title">The heading.</param>
public sealed class FunctionExercise<T1, T2, TResult>(string id, string title)
    : CheckedFunction<Func<T1, T2, TResult>, (T1, T2), TResult>(id, title)
{
    /// <inheritdoc/>
    protected override TResult? Apply(Func<T1, T2, TResult> function, (T1, T2) arguments) => function(arguments.Item1, arguments.Item2);

    /// <inheritdoc/>
    protected override string Show((T1, T2) arguments) => Answers.Arguments(arguments.Item1, arguments.Item2);
}

/// <summary>"Write a function of three arguments".</summary>
/// <typeparam name="T1">The first argument.</typeparam>
/// <typeparam name="T2">The second argument.</typeparam>
/// <typeparam name="T3">The third argument.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
/// <param name="id">The name.</param>
/// <param name="title">The heading.</param>
public sealed class FunctionExercise<T1, T2, T3, TResult>(string id, string title)
    : CheckedFunction<Func<T1, T2, T3, TResult>, (T1, T2, T3), TResult>(id, title)
{
    /// <inheritdoc/>
    protected override TResult? Apply(Func<T1, T2, T3, TResult> function, (T1, T2, T3) arguments) =>
        function(arguments.Item1, arguments.Item2, arguments.Item3);

    /// <inheritdoc/>
    protected override string Show((T1, T2, T3) arguments) => Answers.Arguments(arguments.Item1, arguments.Item2, arguments.Item3);
}

/// <summary>"Write a function of four arguments".</summary>
/// <typeparam name="T1">The first argument.</typeparam>
/// <typeparam name="T2">The second argument.</typeparam>
/// <typeparam name="T3">The third argument.</typeparam>
/// <typeparam name="T4">The fourth argument.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
/// <param name="id">The name.</param>
/// <param name="title">The heading.</param>
public sealed class FunctionExercise<T1, T2, T3, T4, TResult>(string id, string title)
    : CheckedFunction<Func<T1, T2, T3, T4, TResult>, (T1, T2, T3, T4), TResult>(id, title)
{
    /// <inheritdoc/>
    protected override TResult? Apply(Func<T1, T2, T3, T4, TResult> function, (T1, T2, T3, T4) arguments) =>
        function(arguments.Item1, arguments.Item2, arguments.Item3, arguments.Item4);

    /// <inheritdoc/>
    protected override string Show((T1, T2, T3, T4) arguments) =>
        Answers.Arguments(arguments.Item1, arguments.Item2, arguments.Item3, arguments.Item4);
}
