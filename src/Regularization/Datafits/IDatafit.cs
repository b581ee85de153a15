namespace Regularization;

/// <summary><c>J₀(w)</c>: how badly the weights <c>w</c> fit the data, before any penalty. Smooth, convex, with a Lipschitz gradient.</summary>
/// <remarks>The name is that of Bertrand, Klopfenstein, Bannier, Gidel and Massias (2022): datafit + penalty, solved together.</remarks>
public interface IDatafit
{
    /// <summary><c>p</c>, the number of weights.</summary>
    int Dimension { get; }

    /// <summary><c>L</c>, the smallest number with <c>‖∇J₀(u) − ∇J₀(v)‖₂ ≤ L‖u − v‖₂</c> that the class can prove; <c>1/L</c> is a safe step.</summary>
    double Lipschitz { get; }

    /// <summary><c>J₀(w)</c>.</summary>
    /// <param name="w">The weights.</param>
    double Value(Vector w);

    /// <summary><c>∇J₀(w)</c>.</summary>
    /// <param name="w">The weights.</param>
    Vector Gradient(Vector w);
}
