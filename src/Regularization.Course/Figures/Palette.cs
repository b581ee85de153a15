namespace Regularization.Course;

/// <summary>The colors of the course as CSS values, and the order in which many lines take them.</summary>
/// <remarks>Source: Okabe and Ito (2008), <em>Color Universal Design</em>.</remarks>
public static class Palette
{
    private static readonly ColorRole[] Order =
        [ColorRole.Blue, ColorRole.Vermillion, ColorRole.Green, ColorRole.Purple, ColorRole.Orange, ColorRole.SkyBlue, ColorRole.Ink];

    private static readonly Dash[] Dashes = [Dash.Solid, Dash.Dashed, Dash.Dotted];

    /// <summary>The color and the dash of the <paramref name="index"/>-th of many lines: 7 colors solid, then dashed, then dotted, so that 21 lines differ.</summary>
    public static (ColorRole Color, Dash Dash) Series(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return (Order[index % Order.Length], Dashes[index / Order.Length % Dashes.Length]);
    }

    /// <summary>The color of a role, as <c>#rrggbb</c>.</summary>
    public static string Hex(ColorRole role)
    {
        var (red, green, blue) = Rgb(role);
        return string.Create(CultureInfo.InvariantCulture, $"#{red:x2}{green:x2}{blue:x2}");
    }

    /// <summary>The color of a role with an opacity from 0 to 1, as <c>rgba(r,g,b,a)</c>.</summary>
    public static string Rgba(ColorRole role, double opacity)
    {
        var (red, green, blue) = Rgb(role);
        return string.Create(CultureInfo.InvariantCulture, $"rgba({red},{green},{blue},{opacity})");
    }

    private static (int Red, int Green, int Blue) Rgb(ColorRole role) => role switch
    {
        ColorRole.Ink => (0x26, 0x26, 0x26),
        ColorRole.Muted => (0x76, 0x76, 0x76),
        ColorRole.Blue => (0x00, 0x72, 0xB2),
        ColorRole.Orange => (0xE6, 0x9F, 0x00),
        ColorRole.Green => (0x00, 0x9E, 0x73),
        ColorRole.Vermillion => (0xD5, 0x5E, 0x00),
        ColorRole.SkyBlue => (0x56, 0xB4, 0xE9),
        ColorRole.Purple => (0xCC, 0x79, 0xA7),
        ColorRole.Yellow => (0xF0, 0xE4, 0x42),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, $"role is {role}; expected a color of the palette."),
    };
}
