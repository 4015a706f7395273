namespace Dashboard.Data.Gazetteers;

/// <summary>What the licences of the lists behind the shipped gazetteer ask to be said, for the page of licences.</summary>
/// <param name="List">The list by name.</param>
/// <param name="Licence">Its licence by name.</param>
/// <param name="LicenceAddress">Where its words are.</param>
/// <param name="Attribution">Who made it, and what was changed.</param>
public sealed record GazetteerLicence(string List, string Licence, Uri LicenceAddress, string Attribution)
{
    public static IReadOnlyList<GazetteerLicence> All { get; } =
    [
        new(
            "GeoNames, places with more than 500 people",
            "CC BY 4.0",
            new("https://creativecommons.org/licenses/by/4.0/"),
            "Names and points of towns and villages by GeoNames (geonames.org). Changed: cut to the Middle East, spellings that differ only in case or accents left out, names of provinces added, single names and places added by hand."),
        new(
            "airport-db 0.3.1",
            "MIT",
            new("https://opensource.org/license/mit"),
            "Names and points of airfields from airport-db by tabletop ANDROID. Changed: cut to the Middle East, heliports and closed airfields left out."),
    ];
}
