namespace Regularization;

/// <summary><c>w₁, w₂, w₃, …</c>: a solver is the endless sequence of its iterates.</summary>
/// <remarks>Stopping, counting and plotting are the caller's; <see cref="Solve"/> is the usual way to stop.</remarks>
public abstract class IterativeSolver
{
    /// <summary><c>w₁, w₂, …</c>: the iterates after the start, without end; take as many as you need.</summary>
    /// <param name="problem">What to minimize.</param>
    /// <param name="start">Where to start.</param>
    public IEnumerable<Iterate> Iterates(Problem problem, Vector start)
    {
        Argument.NotNull(problem);
        return Sequence(problem, Argument.Finite(Argument.Length(start, problem.Datafit.Dimension), nameof(start)));
    }

    /// <summary><c>w_k</c> for the first k with <c>residual ≤ tolerance</c>, or for k = maxIterations.</summary>
    /// <remarks>A residual that is no number any more ends it too: that run has diverged.</remarks>
    /// <param name="problem">What to minimize.</param>
    /// <param name="start">Where to start; the origin if left out.</param>
    /// <param name="tolerance">When a residual is small: absolute, in units of the gradient.</param>
    /// <param name="maxIterations">How many iterates at most.</param>
    public Solution Solve(Problem problem, Vector? start = null, double tolerance = 1e-8, int maxIterations = 10_000)
    {
        Argument.NotNull(problem);
        Argument.Nonnegative(tolerance);
        Argument.AtLeast(maxIterations, 1);

        var iterates = Iterates(problem, start ?? Vector.Build.Dense(problem.Datafit.Dimension));
        var (iterations, last) = iterates.Take(maxIterations).Index()
            .First(i => i.Item.Residual <= tolerance || !double.IsFinite(i.Item.Residual) || i.Index == maxIterations - 1);

        return new Solution
        {
            W = last.W,
            Value = problem.Value(last.W),
            Residual = last.Residual,
            Iterations = iterations + 1,
            Converged = last.Residual <= tolerance,
            DualityGap = Regularization.DualityGap.Of(problem, last.W),
        };
    }

    /// <summary>The iterates; the arguments have been checked.</summary>
    /// <param name="problem">What to minimize.</param>
    /// <param name="start">Where to start.</param>
    protected abstract IEnumerable<Iterate> Sequence(Problem problem, Vector start);

    /// <summary><c>1/L</c>, the safe step; 1 for a datafit that is constant, where every step is.</summary>
    /// <param name="f">The datafit.</param>
    protected static double SafeStep(IDatafit f) => f.Lipschitz > 0 ? 1 / f.Lipschitz : 1;
}
