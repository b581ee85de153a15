namespace Regularization.Course;

/// <summary>The MIME types in which the course's values are shown.</summary>
public static class MimeTypes
{
    /// <summary>A Plotly figure, as JSON.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>A <see cref="Regularization.Course.Claim"/> or several, as JSON.</summary>
    public const string Claim = "application/vnd.course.claim+json";

    /// <summary>A <see cref="Regularization.Course.Verdict"/>, as JSON.</summary>
    public const string Verdict = "application/vnd.course.verdict+json";

    internal const string Html = "text/html";

    internal const string Plain = "text/plain";
}
