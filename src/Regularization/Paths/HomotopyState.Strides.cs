using System.Runtime.InteropServices;

namespace Regularization;

/// <content>Going to a smaller λ without stopping at every knot.</content>
internal sealed partial class HomotopyState
{
    /// <summary>Goes to a smaller λ in one stride: guesses the active set there, solves, corrects the guess, until nothing changes.</summary>
    /// <remarks>
    /// The guess is the straight line from here. Weights that changed their sign leave, columns that violate their bound enter, all at once. A
    /// few rounds do what the homotopy does one column at a time; that they end is not certain, so the caller must be ready to go back.
    /// Source: Hintermüller, Ito and Kunisch (2003), for such primal-dual active set methods.
    /// </remarks>
    /// <param name="target">Where to go.</param>
    /// <param name="columns">The columns that take part.</param>
    /// <param name="correlation">Their correlations here; those at the target on return.</param>
    /// <returns>Whether it got there; otherwise the state is of no use any more.</returns>
    public bool Stride(double target, ReadOnlySpan<int> columns, Span<double> correlation)
    {
        const int mostRounds = 12;
        var slope = new double[columns.Length];
        Direct(columns, slope);
        Move(Lambda - target, columns, correlation, slope);
        for (var round = 0; round < mostRounds; round++)
        {
            problem.Cancellation.ThrowIfCancellationRequested();
            if (!Correct(columns, correlation, out var changes))
                return false;
            if (changes == 0 && round > 0)
            {
                (entered, left) = (-1, -1);
                blocked.Clear();
                return true;
            }

            weights = Solve(target);
            Correlate(columns, correlation);
        }

        return false;
    }

    private bool Correct(ReadOnlySpan<int> columns, ReadOnlySpan<double> correlation, out int changes)
    {
        changes = 0;
        for (var i = active.Count - 1; i >= 0; i--)
        {
            if (signs[i] == 0 || weights[i] * signs[i] >= 0)
                continue;
            Remove(active[i]);
            changes++;
        }

        for (var k = 0; k < columns.Length; k++)
        {
            var j = columns[k];
            if (position[j] >= 0 || problem.Pressure(j, correlation[k]) <= Lambda * (1 + 1e-12))
                continue;
            if (!Append(j, Math.Sign(correlation[k]) * problem.PenaltyWeights[j]))
                return false;
            changes++;
        }

        return true;
    }

    // x_jᵀr from the weights, for the columns that take part.
    private void Correlate(ReadOnlySpan<int> columns, Span<double> correlation)
    {
        if (gram is not null)
        {
            problem.Correlations.CopyTo(correlation);
            for (var i = 0; i < active.Count; i++)
                Kernels.Axpy(-weights[i], gram.AsSpan(active[i] * problem.Columns, problem.Columns), correlation);
            return;
        }

        var residual = new double[problem.Rows];
        problem.Residual(CollectionsMarshal.AsSpan(active), weights, residual);
        for (var k = 0; k < columns.Length; k++)
            correlation[k] = position[columns[k]] is var i and >= 0 ? Lambda * signs[i] : Kernels.Dot(problem.Column(columns[k]), residual);
    }
}
