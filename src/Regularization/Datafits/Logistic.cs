namespace Regularization;

/// <summary><c>σ(z) = 1/(1 + e⁻ᶻ)</c> and <c>log(1 + eᶻ)</c>, without overflow and without lost digits.</summary>
public static class Logistic
{
    /// <summary><c>σ(z) = 1/(1 + e⁻ᶻ)</c>, the probability that belongs to the log-odds z.</summary>
    /// <remarks>Only exponentials of negative numbers are taken. <c>1 − σ(z)</c> is <c>σ(−z)</c>, which keeps its digits.</remarks>
    /// <param name="z">The log-odds.</param>
    public static double Sigmoid(double z)
    {
        var e = Math.Exp(-Math.Abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary><c>log(1 + eᶻ) = max(z, 0) + log(1 + e^−|z|)</c>.</summary>
    /// <param name="z">The log-odds.</param>
    public static double LogOnePlusExp(double z) => Math.Max(z, 0) + LogOnePlus(Math.Exp(-Math.Abs(z)));

    // 1 + x rounds; the quotient x/(u − 1) repairs what the rounding lost (Higham 2002, §1.14.1).
    private static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }
}
