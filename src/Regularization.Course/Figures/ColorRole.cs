namespace Regularization.Course;

/// <summary>A color of the palette of Okabe and Ito (2008), which stays distinguishable under color blindness, or what it stands for in the course.</summary>
public enum ColorRole
{
    /// <summary>Near black, for axes, arrows and text.</summary>
    Ink,

    /// <summary>Gray, for what is only there for orientation.</summary>
    Muted,

    /// <summary>Blue, #0072B2.</summary>
    Blue,

    /// <summary>Orange, #E69F00.</summary>
    Orange,

    /// <summary>Bluish green, #009E73.</summary>
    Green,

    /// <summary>Vermillion, #D55E00.</summary>
    Vermillion,

    /// <summary>Sky blue, #56B4E9.</summary>
    SkyBlue,

    /// <summary>Reddish purple, #CC79A7.</summary>
    Purple,

    /// <summary>Yellow, #F0E442: for areas only, too light for lines.</summary>
    Yellow,

    /// <summary>The datafit J₀ and its contours.</summary>
    Loss = Blue,

    /// <summary>The penalty, or the ball of the constraint.</summary>
    Penalty = Orange,

    /// <summary>The regularized solution.</summary>
    Solution = Vermillion,

    /// <summary>The solution without penalty.</summary>
    LeastSquares = Green,
}
