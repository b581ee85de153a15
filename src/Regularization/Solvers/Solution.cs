using System.Globalization;

namespace Regularization;

/// <summary><c>w ≈ argmin J(w)</c>: where a solver stopped, and how good that is.</summary>
/// <remarks>Not converging is a result too: look at <see cref="Converged"/>, and at <see cref="DualityGap"/> where there is one.</remarks>
public sealed record Solution
{
    /// <summary>The weights at the last iterate.</summary>
    public required Vector W { get; init; }

    /// <summary><c>J(w)</c>, the objective there.</summary>
    public required double Value { get; init; }

    /// <summary>The residual of the last iterate.</summary>
    public required double Residual { get; init; }

    /// <summary>How many iterates were computed.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether the residual went down to the tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary><c>J(w) − J(w*) ≤ gap</c>: a proof of how far the value is from the minimum; none where no dual is known.</summary>
    public double? DualityGap { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var gap = DualityGap is { } g ? string.Create(CultureInfo.InvariantCulture, $", duality gap {g:G3}") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{(Converged ? "converged" : "not converged")} after {Iterations} iterations: value {Value:G6}, residual {Residual:G3}{gap}, {Norms.L0(W)} of {W.Count} weights nonzero");
    }
}
