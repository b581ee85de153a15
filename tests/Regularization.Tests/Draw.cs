using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Regularization.Tests;

/// <summary>Random numbers, vectors and problems for the laws. Zeros are drawn on purpose: that is where penalties have their kinks and jumps.</summary>
internal static class Draw
{
    // The library of the generators draws numbers like 1e-90 too, which no tolerance can tell from zero: those become zeros as well.
    public static readonly Gen<double> Point = Gen.OneOf(Gen.Double[-10, 10].Select(x => Math.Abs(x) < 1e-3 ? 0 : x), Gen.Const(0.0));
    public static readonly Gen<double> Step = Gen.Double[0.05, 4];
    public static readonly Gen<Vector> Triple = Vectors(3);
    public static readonly Gen<int> Seed = Gen.Int[0, 1_000_000];

    public static Gen<Vector> Vectors(int size) => Point.Array[size].Select(a => Vector.Build.DenseOfArray(a));

    /// <summary>A Gaussian n×p design: well conditioned when n is a few times p.</summary>
    public static Matrix Design(int n, int p, int seed) => Matrix.Build.Random(n, p, seed);

    /// <summary>An n×p design with orthonormal columns.</summary>
    public static Matrix Orthonormal(int n, int p, int seed) => Design(n, p, seed).QR(QRMethod.Thin).Q;

    /// <summary>A response with two strong features, the others without effect, and noise.</summary>
    public static Vector Response(Matrix x, int seed) =>
        3 * x.Column(0) - 2 * x.Column(1) + Vector.Build.Random(x.RowCount, seed + 1);

    public static LeastSquares Regression(int seed, int n = 30, int p = 6) => new(Design(n, p, seed), Response(Design(n, p, seed), seed));

    public static LeastSquares OrthonormalRegression(int seed, int n = 30, int p = 6) =>
        new(Orthonormal(n, p, seed), 4 * Response(Orthonormal(n, p, seed), seed));

    public static LogisticLoss Classification(int seed, int n = 40, int p = 5)
    {
        var x = Design(n, p, seed);
        return new LogisticLoss(x, Response(x, seed).Map(z => z > 0 ? 1.0 : 0.0, Zeros.Include));
    }

    /// <summary>All concrete types of the library that are a <typeparamref name="T"/>, for the facts that no list of cases forgets one.</summary>
    public static Type[] Concrete<T>() =>
        [.. typeof(IPenalty).Assembly.GetExportedTypes().Where(t => t.IsAssignableTo(typeof(T)) && !t.IsAbstract).OrderBy(t => t.Name)];

    public static Type[] TypesOf(IEnumerable<object> cases) => [.. cases.Select(c => c.GetType()).Distinct().OrderBy(t => t.Name)];

    public static Vector V(params double[] entries) => Vector.Build.DenseOfArray(entries);

    /// <summary>‖u − v‖∞, for comparisons with a tolerance.</summary>
    public static double Distance(Vector u, Vector v) => (u - v).InfinityNorm();
}
