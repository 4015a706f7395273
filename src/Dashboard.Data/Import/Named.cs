using Dashboard.Domain.Actors;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Import;

/// <summary>
/// Actors, places and sources of which a file knows little but the name. Their ids come from their names alone, so that
/// the same name is the same one in every row and every file of a dataset.
/// </summary>
/// <param name="evidence">What the file's facts rest on: the source that stands for the file itself.</param>
public sealed class Named(Evidence evidence)
{
    public Actor Actor(string name, string nature = "party") => new()
    {
        Id = Slug.Of(name),
        Name = name,
        Nature = nature,
        ParentId = null,
        Affiliations = [],
        Aliases = [],
        Evidence = evidence,
    };

    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public Place Place(string name, string? province, string? country, GeoPoint? point = null, GeoPrecision? precision = null, string nature = "place") => new()
    {
        Id = Slug.Of(string.Join(' ', new[] { name, province, country }.OfType<string>())),
        Name = name,
        Nature = nature,
        Province = province,
        Country = country,
        Point = point,
        Precision = precision,
        Aliases = [],
        Evidence = evidence,
    };

    /// <param name="publisher">The body that speaks: single articles of it are claims, with a date and an address of their own.</param>
    public static Source Source(string publisher, string nature = "publication") => new()
    {
        Id = Slug.Of(publisher),
        Publisher = publisher,
        Date = null,
        Nature = nature,
        Address = null,
        QuotesPrimaryStatement = false,
    };
}
