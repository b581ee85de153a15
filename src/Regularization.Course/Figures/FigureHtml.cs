namespace Regularization.Course;

internal static class FigureHtml
{
    public static string Write(Figure figure) => figure.Table.ToHtml();
}
