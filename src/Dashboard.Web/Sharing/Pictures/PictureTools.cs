using System.Text.Json;
using Dashboard.Drawing.Fonts;
using Dashboard.Drawing.Maps;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>What pictures are drawn with, from the files that pages are served: read once, when the first is drawn.</summary>
internal sealed class PictureTools(IWebHostEnvironment environment)
{
    private readonly Lazy<BaseMap> _map = new(() => new BaseMap(
        Json(environment, "dist/world.json"), Json(environment, "basemap/land.json"), Json(environment, "basemap/detail.json"), Json(environment, "basemap/places.json")));

    private readonly Lazy<(PictureColours Light, PictureColours Dark)> _colours = new(() => PictureColours.Read(Text(environment, "css/tokens.css")));

    private readonly Lazy<Typeface> _typeface = new(() => new Typeface(Resource("DejaVuSans.ttf"), Resource("DejaVuSans-Bold.ttf")));

    public BaseMap Map => _map.Value;

    public Typeface Typeface => _typeface.Value;

    public PictureColours Colours(bool isDark) => isDark ? _colours.Value.Dark : _colours.Value.Light;

    private static JsonElement Json(IWebHostEnvironment environment, string path)
    {
        using var file = Open(environment, path);
        using var document = JsonDocument.Parse(file);
        return document.RootElement.Clone();
    }

    private static string Text(IWebHostEnvironment environment, string path)
    {
        using var file = new StreamReader(Open(environment, path));
        return file.ReadToEnd();
    }

    private static Stream Open(IWebHostEnvironment environment, string path) => environment.WebRootFileProvider.GetFileInfo(path).CreateReadStream();

    private static byte[] Resource(string name)
    {
        using var resource = typeof(PictureTools).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("the program was built without its font", name);
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
