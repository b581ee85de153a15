using Regularization.Course;

namespace Regularization.Plots;

/// <summary>How every figure of the course looks: white paper, dark text, thin grid, and nothing that a notebook's own theme could clash with.</summary>
internal static class Theme
{
    public const string Paper = "#ffffff";
    public const string Grid = "#e3e3e3";
    public const string Zero = "#a8a8a8";
    public const string Family = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif";

    // Light to dark in one hue order, and blue – white – vermillion: both keep their order in gray and under color blindness.
    private static readonly object[][] SequentialScale = [[0.0, "#f7fbff"], [0.25, "#b8d6ea"], [0.5, "#5fa5cf"], [0.75, "#1f6fa5"], [1.0, "#08335c"]];
    private static readonly object[][] DivergingScale = [[0.0, "#00517f"], [0.25, "#6aaed0"], [0.5, "#ffffff"], [0.75, "#eb9a5f"], [1.0, "#a04600"]];

    public static object Scale(bool diverging) => diverging ? DivergingScale : SequentialScale;

    public static DynamicObj.DynamicObj Font(double size) => Node.Of(("family", Family), ("size", size), ("color", Palette.Hex(ColorRole.Ink)));

    public static string DashName(Dash dash) => dash switch
    {
        Dash.Dashed => "dash",
        Dash.Dotted => "dot",
        _ => "solid",
    };

    public static string SymbolName(MarkerSymbol symbol) => symbol switch
    {
        MarkerSymbol.OpenCircle => "circle-open",
        MarkerSymbol.Square => "square",
        MarkerSymbol.Diamond => "diamond",
        MarkerSymbol.Triangle => "triangle-up",
        MarkerSymbol.Cross => "x",
        MarkerSymbol.Star => "star",
        _ => "circle",
    };

    public static string PositionName(TextPosition position) => position switch
    {
        TextPosition.Top => "top center",
        TextPosition.TopLeft => "top left",
        TextPosition.Right => "middle right",
        TextPosition.Center => "middle center",
        TextPosition.Left => "middle left",
        TextPosition.BottomRight => "bottom right",
        TextPosition.Bottom => "bottom center",
        TextPosition.BottomLeft => "bottom left",
        _ => "top right",
    };
}
