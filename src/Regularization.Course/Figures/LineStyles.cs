namespace Regularization.Course;

/// <summary>How a line is drawn.</summary>
public enum Dash
{
    /// <summary>Unbroken.</summary>
    Solid,

    /// <summary>Dashes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,
}

/// <summary>The shape of a marker.</summary>
public enum MarkerSymbol
{
    /// <summary>A filled circle.</summary>
    Circle,

    /// <summary>A circle's outline.</summary>
    OpenCircle,

    /// <summary>A filled square.</summary>
    Square,

    /// <summary>A filled diamond.</summary>
    Diamond,

    /// <summary>A filled triangle, pointing up.</summary>
    Triangle,

    /// <summary>A diagonal cross.</summary>
    Cross,

    /// <summary>A filled star.</summary>
    Star,
}

/// <summary>Where a text stands, seen from its point.</summary>
public enum TextPosition
{
    /// <summary>Above, to the right.</summary>
    TopRight,

    /// <summary>Above, centered.</summary>
    Top,

    /// <summary>Above, to the left.</summary>
    TopLeft,

    /// <summary>At the right.</summary>
    Right,

    /// <summary>On the point.</summary>
    Center,

    /// <summary>At the left.</summary>
    Left,

    /// <summary>Below, to the right.</summary>
    BottomRight,

    /// <summary>Below, centered.</summary>
    Bottom,

    /// <summary>Below, to the left.</summary>
    BottomLeft,
}
