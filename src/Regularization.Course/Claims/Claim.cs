namespace Regularization.Course;

/// <summary>A number or a sentence of a lesson's text that the run has checked.</summary>
public sealed record Claim
{
    private Claim(string quoted, double? value, string what) => (Quoted, Value, What) = (quoted, value, what);

    /// <summary>The number exactly as the text has it; empty for a sentence.</summary>
    public string Quoted { get; }

    /// <summary>What was computed; <see langword="null"/> for a sentence.</summary>
    public double? Value { get; }

    /// <summary>What the number is, or the sentence.</summary>
    public string What { get; }

    /// <summary>Checks that the text's number is the computed one, correctly rounded to the digits quoted.</summary>
    /// <remarks>The forms of a number and the rule of rounding are those of <see cref="QuotedNumber"/>.</remarks>
    /// <exception cref="ClaimFailedException">It is not.</exception>
    public static Claim Quote(string quote, double value, string what) =>
        QuotedNumber.Parse(quote).Matches(value)
            ? new(quote, value, what)
            : throw new ClaimFailedException($"The text says {quote}, but {what} is {value.ToString("R", CultureInfo.InvariantCulture)}.");

    /// <summary>Checks that a sentence of the text is true.</summary>
    /// <exception cref="ClaimFailedException">It is not.</exception>
    public static Claim Holds(bool truth, string what) =>
        truth ? new("", null, what) : throw new ClaimFailedException($"The text says: {what}. That is not so.");

    /// <summary>The claim as HTML.</summary>
    public string ToHtml() => new Claims([this]).ToHtml();

    /// <summary>One line: <c>✓ 949.435 is λ_max (949.4352603840382)</c>.</summary>
    public override string ToString() => Value is { } value
        ? $"✓ {Quoted}: {What} ({value.ToString("R", CultureInfo.InvariantCulture)})"
        : $"✓ {What}";
}
