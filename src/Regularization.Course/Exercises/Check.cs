using System.Collections.Immutable;

namespace Regularization.Course;

/// <summary>A property that a right function has, with the places where it is checked: edges, kinks and signs as well as ordinary points.</summary>
/// <typeparam name="TArguments">The argument, or the tuple of arguments.</typeparam>
/// <param name="What">The property, as the end of the sentence "the function …": <c>sends small values to exactly zero</c>.</param>
/// <param name="At">The places.</param>
public sealed record Check<TArguments>(string What, ImmutableArray<TArguments> At)
{
    /// <summary>A property checked at these places.</summary>
    public Check(string what, params IEnumerable<TArguments> at) : this(what, ImmutableArray.CreateRange(at)) { }
}

/// <summary>A wrong function that learners often write.</summary>
/// <typeparam name="TFunction">The type of the function.</typeparam>
/// <param name="Function">The wrong function.</param>
/// <param name="Message">What it is and why it is not the answer: <c>this is hard thresholding: …</c>.</param>
public sealed record Misconception<TFunction>(TFunction Function, string Message) where TFunction : Delegate;
