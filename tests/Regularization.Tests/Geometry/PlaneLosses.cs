using CsCheck;

namespace Regularization.Tests;

/// <summary>Random ellipses in the plane: round, stretched and tilted, with centers on the axes too.</summary>
internal static class PlaneLosses
{
    private static readonly Gen<double> Coordinate = Gen.OneOf(Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Const(0.0));

    public static readonly Gen<EllipticalLoss> Any =
        Gen.Select(Coordinate, Coordinate, Gen.Double[0.2, 5], Gen.Double[0.2, 5], Gen.Double[0, Math.PI]).Select((c1, c2, a, b, angle) =>
        {
            var (sin, cos) = Math.SinCos(angle);
            var offDiagonal = (a - b) * sin * cos;
            var hessian = Matrix.Build.DenseOfArray(new[,] { { a * cos * cos + b * sin * sin, offDiagonal }, { offDiagonal, a * sin * sin + b * cos * cos } });
            return new EllipticalLoss(hessian, Vector.Build.DenseOfArray([c1, c2]));
        });
}
