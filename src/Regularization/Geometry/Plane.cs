using System.Runtime.CompilerServices;

namespace Regularization;

/// <summary>What is said about pictures in two dimensions only.</summary>
internal static class Plane
{
    public static Vector Point(double x, double y) => Vector.Build.DenseOfArray([x, y]);

    public static Vector Require(Vector w, [CallerArgumentExpression(nameof(w))] string name = "") => Argument.Length(w, 2, name);
}
