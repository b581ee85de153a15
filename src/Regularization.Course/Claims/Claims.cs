using System.Collections.Immutable;
using System.Net;

namespace Regularization.Course;

/// <summary>Several checked claims, shown together.</summary>
/// <param name="All">The claims.</param>
public sealed record Claims(ImmutableArray<Claim> All)
{
    /// <summary>Checks several numbers of the text: <c>Claims.Check(("949.435", λ, "λ_max"), …)</c>.</summary>
    /// <exception cref="ClaimFailedException">One or more of them are wrong; the message lists all that are.</exception>
    public static Claims Check(params (string Quote, double Value, string What)[] numbers)
    {
        var (claims, failures) = (ImmutableArray.CreateBuilder<Claim>(), new List<string>());
        foreach (var (quote, value, what) in numbers)
        {
            try
            {
                claims.Add(Claim.Quote(quote, value, what));
            }
            catch (ClaimFailedException failure)
            {
                failures.Add(failure.Message);
            }
        }

        return failures.Count == 0 ? new(claims.ToImmutable()) : throw new ClaimFailedException(string.Join("\n", failures));
    }

    /// <summary>The claims as an HTML list.</summary>
    public string ToHtml() => $"<ul class=\"claims\">{string.Concat(All.Select(c => $"<li>{WebUtility.HtmlEncode(c.ToString())}</li>"))}</ul>";

    /// <summary>A line a claim.</summary>
    public override string ToString() => string.Join("\n", All.Select(c => c.ToString()));
}
