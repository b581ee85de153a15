namespace Regularization;

/// <summary><c>w</c> after a step of a solver, with the size of what is still wrong.</summary>
/// <param name="W">The weights.</param>
/// <param name="Residual">Zero at a point where the solver would stay; its meaning is documented by each solver.</param>
public sealed record Iterate(Vector W, double Residual);
