using System.Runtime.CompilerServices;
using Dashboard.Drawing.Fonts;

namespace Dashboard.Drawing.Tests;

/// <summary>The font that the program draws with, from the packages of the browser modules.</summary>
internal static class Fonts
{
    private static readonly Lazy<Typeface> _typeface = new(() => new Typeface(Read("DejaVuSans.ttf"), Read("DejaVuSans-Bold.ttf")));

    public static Typeface Typeface => _typeface.Value;

    private static byte[] Read(string name, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "../../src/browser/node_modules/dejavu-fonts-ttf/ttf", name));
}
