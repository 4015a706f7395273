using System.Text;

namespace Dashboard.Web.Tests.Importing;

/// <summary>Small files as people have them.</summary>
internal static class Files
{
    /// <summary>Three rows, and one whose latitude is none.</summary>
    public const string German = """
        Datum;Ort;Breite;Länge;Tote;Titel;Quelle;Lagebild
        24.01.2024;Deir ez-Zor;35,335;40,141;3;Angriff auf einen Posten;SANA;A-7
        25.01.2024;Tadmur;34,56;38,27;0;Drohne über Tadmur;Enab Baladi;A-8
        26.01.2024;تدمر;34,561;38,271;2;قصف على تدمر;عنب بلدي;
        27.01.2024;Homs;134,7;36,72;1;Rakete auf Homs;SANA;A-9
        """;

    /// <summary>The same without the row that is refused.</summary>
    public static string Clean { get; } = string.Join('\n', German.Split('\n')[..4]);

    /// <summary>Points that need no answer.</summary>
    public const string GeoJson = """
        { "type": "FeatureCollection", "features": [
          { "type": "Feature", "properties": { "title": "Strike near Rukban", "date": "2024-01-28", "kind": "strike" }, "geometry": { "type": "Point", "coordinates": [38.6, 33.3] } },
          { "type": "Feature", "properties": { "title": "Convoy at Al Bukamal", "date": "2024-01-29" }, "geometry": { "type": "Point", "coordinates": [40.9, 34.45] } },
          { "type": "Feature", "properties": { "title": "Beyond the pole", "date": "2024-01-29" }, "geometry": { "type": "Point", "coordinates": [40.9, 95] } }
        ] }
        """;

    public static ByteArrayContent Body(string text) => new(Encoding.UTF8.GetBytes(text));

    public static MultipartFormDataContent Form(string text, string name) => new() { { Body(text), "file", name } };
}
