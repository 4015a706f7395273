using Dashboard.Domain;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Gazetteers;

/// <summary>A place that the gazetteer knows.</summary>
/// <param name="Reference">Which entry of which list it is: "GeoNames 174448", "airfield ORAA".</param>
/// <param name="Names">Its names in all spellings and scripts, its own first.</param>
/// <param name="Nature">city, town, village, airfield or site.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Population">0 where it is not known.</param>
internal sealed record GazetteerEntry(
    string Reference, string Name, ValueList<string> Names, string Nature, GeoPoint Point, GeoPrecision Precision, string Country, string? Province, long Population)
{
    public string? GeoNamesId => Reference.StartsWith(Gazetteer.GeoNames, StringComparison.Ordinal) ? Reference[Gazetteer.GeoNames.Length..] : null;
}
