using System.Globalization;

namespace Dashboard.Drawing;

/// <summary>A colour of the screen, and how much it covers what is under it.</summary>
/// <param name="Alpha">From 0, which is not seen, to 1, which covers all.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue, double Alpha = 1)
{
    /// <summary>As style sheets write it, without transparency: "#c4391d".</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>Reads "#c4391d".</summary>
    /// <exception cref="FormatException">It is not written so.</exception>
    public static Colour Parse(string hex) => hex is ['#', .. var digits] && digits.Length == 6
        ? new Colour(Channel(digits, 0), Channel(digits, 2), Channel(digits, 4))
        : throw new FormatException($"'{hex}' is not a colour written like #c4391d");

    /// <summary>The same colour, thinner.</summary>
    public Colour At(double alpha) => this with { Alpha = Alpha * alpha };

    /// <summary>On the way from this colour to another.</summary>
    /// <param name="share">From 0, this one, to 1, the other.</param>
    public Colour Towards(Colour other, double share) => new(Between(Red, other.Red, share), Between(Green, other.Green, share), Between(Blue, other.Blue, share));

    private static byte Channel(string digits, int at) => byte.Parse(digits.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static byte Between(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));
}
