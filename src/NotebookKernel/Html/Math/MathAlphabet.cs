using System.Text;
using System.Xml.Linq;

namespace NotebookKernel;

/// <summary>Letters of the mathematical alphabets: blackboard bold, calligraphic, bold, …</summary>
/// <remarks>Source: the Unicode Standard, chapter 22.2, block Mathematical Alphanumeric Symbols and its holes.
/// Bold and upright letters are styled instead: every font has them, and Greek is among them.</remarks>
internal static class MathAlphabet
{
    private static readonly Dictionary<(string, char), string> Holes = new[] { ("mathbb", "CℂHℍNℕPℙQℚRℝZℤ"), ("mathcal", "BℬEℰFℱHℋIℐLℒMℳRℛ") }
        .SelectMany(table => table.Item2.Chunk(2).Select(pair => KeyValuePair.Create((table.Item1, pair[0]), pair[1].ToString())))
        .ToDictionary();

    private static readonly Dictionary<string, (int Upper, int Lower, int Digit)> Starts = new()
    {
        ["mathbb"] = (0x1D538, 0x1D552, 0x1D7D8),
        ["mathcal"] = (0x1D49C, 0x1D4B6, 0),
        ["mathsf"] = (0x1D5A0, 0x1D5BA, 0x1D7E2),
    };

    private static readonly HashSet<string> Styled = ["mathrm", "mathit", "mathbf", "boldsymbol", "bm"];

    public static bool Has(string alphabet) => Starts.ContainsKey(alphabet) || Styled.Contains(alphabet);

    /// <summary>The letters of an expression in an alphabet; what the alphabet lacks stays as it is.</summary>
    public static XElement Write(string alphabet, XElement content)
    {
        // Letters in a row are one word: \mathrm{RSS}.
        if (content.Name == "mrow" && content.Elements().All(part => part.Name == "mi" || part.Name == "mn"))
            content = new XElement("mi", content.Value);
        foreach (var letter in content.DescendantsAndSelf().Where(part => part.Name == "mi" || part.Name == "mn").ToList())
        {
            if (Starts.TryGetValue(alphabet, out var start))
                letter.Value = string.Concat(letter.Value.EnumerateRunes().Select(rune => Holes.GetValueOrDefault((alphabet, (char)rune.Value)) ?? Shifted(start, rune)));
            if (letter.Name == "mi" && alphabet is not ("mathit" or "boldsymbol" or "bm"))
                letter.SetAttributeValue("mathvariant", "normal");
            letter.SetAttributeValue("class", alphabet is "mathbf" or "boldsymbol" or "bm" ? "bold" : alphabet == "mathit" ? "italic" : null);
        }
        return content;
    }

    private static string Shifted((int Upper, int Lower, int Digit) start, Rune rune) => rune.Value switch
    {
        >= 'A' and <= 'Z' => char.ConvertFromUtf32(start.Upper + rune.Value - 'A'),
        >= 'a' and <= 'z' => char.ConvertFromUtf32(start.Lower + rune.Value - 'a'),
        >= '0' and <= '9' when start.Digit > 0 => char.ConvertFromUtf32(start.Digit + rune.Value - '0'),
        _ => rune.ToString(),
    };
}
