namespace Regularization;

/// <summary>Random numbers that are the same, bit for bit, on every operating system: <c>xoshiro256**</c> seeded by SplitMix64.</summary>
/// <remarks>
/// Only whole-number operations, + − × ÷ and the square root are used, which IEEE 754 rounds the same way everywhere; the
/// logarithm of the C library is not, so <see cref="NextNormal"/> brings its own. The generator is mutable: whoever needs
/// reproducible values starts a new one from a seed. Sources: Blackman and Vigna (2021), §5; Marsaglia and Bray (1964) for the normals.
/// </remarks>
public sealed class SeededRandom
{
    private readonly ulong[] state = new ulong[4];
    private double? spare;

    /// <summary>Starts the sequence that belongs to <paramref name="seed"/>; any seed will do, 0 too.</summary>
    public SeededRandom(ulong seed)
    {
        for (var i = 0; i < 4; i++)
        {
            seed += 0x9E3779B97F4A7C15;
            var z = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            state[i] = z ^ (z >> 31);
        }
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        var result = ulong.RotateLeft(state[1] * 5, 7) * 9;
        var shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = ulong.RotateLeft(state[3], 45);
        return result;
    }

    /// <summary><c>U ~ Uniform[0, 1)</c>: the upper 53 bits, divided by 2⁵³.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number, uniform on <c>{0, …, count − 1}</c>; draws that would favor small numbers are thrown away.</summary>
    public int NextIndex(int count)
    {
        var range = (ulong)Argument.AtLeast(count, 1);
        var rest = (ulong.MaxValue % range + 1) % range;
        ulong bits;
        do
            bits = NextBits();
        while (bits > ulong.MaxValue - rest);
        return (int)(bits % range);
    }

    /// <summary><c>Z ~ N(0, 1)</c> by the polar method: a point in the unit disc gives two normals, the second is kept for the next call.</summary>
    public double NextNormal()
    {
        if (spare is { } kept)
        {
            spare = null;
            return kept;
        }

        double u, v, s;
        do
        {
            u = 2 * NextUniform() - 1;
            v = 2 * NextUniform() - 1;
            s = u * u + v * v;
        }
        while (s is >= 1 or 0);

        var factor = Math.Sqrt(-2 * PortableMath.Log(s) / s);
        spare = v * factor;
        return u * factor;
    }

    /// <summary>A vector of <paramref name="count"/> independent standard normals.</summary>
    public Vector NextNormals(int count)
    {
        var z = Vector.Build.Dense(Argument.AtLeast(count, 1));
        for (var i = 0; i < count; i++)
            z[i] = NextNormal();
        return z;
    }

    /// <summary><c>0, …, count − 1</c> in random order, every order equally likely (Fisher and Yates 1938).</summary>
    public int[] NextPermutation(int count)
    {
        var order = Enumerable.Range(0, Argument.AtLeast(count, 0)).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var j = NextIndex(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
