// SHA-256 of the bytes (little-endian doubles, row by row) of seeded data, recorded from this library on Linux x64: they must be
// the same on every operating system and processor, and change only on purpose, since lessons quote numbers computed from them.

using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Regularization.Tests.Golden;

public class SyntheticDataGolden
{
    [Fact]
    public void A_thousand_features_of_which_five_matter()
    {
        var problem = SyntheticData.SparseLogistic(rows: 200, columns: 1000, nonzeros: 5, seed: 2024, rate: 0.2);
        Assert.Equal("cb882e0c09f5ec6e5eedde0b9d9410ddef6492aaedf4a00c6e3acb82586cb8c3", Hash(problem.Data.X.ToRowMajorArray()));
        Assert.Equal("e82bb01ea4baaeadde0dd7da6a95df63346aa602d73f413063bd03c546491642", Hash(problem.Data.Y.ToArray()));
        Assert.Equal([18, 374, 389, 501, 982], problem.Support);
        Assert.Equal(-2.547888, problem.Truth.Intercept);
    }

    [Fact]
    public void An_orthonormal_design() => Assert.Equal(
        "18ba12ff84828c3a3784165d0e79436e4287782c3f226aea71e69845a37b17a1",
        Hash(SyntheticData.OrthonormalDesign(20, 6, new SeededRandom(2024)).ToRowMajorArray()));

    private static string Hash(double[] numbers) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(numbers)));
}
