using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Places;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

internal static class AddPlaces
{
    private const string Insert = """
        INSERT INTO place (dataset, id, position, name, nature, country, province, latitude, longitude, precision_metres,
          evidence, geonames_id, note)
        VALUES (@Dataset, @Id, @Position, @Name, @Nature, @Country, @Province, @Latitude, @Longitude, @Metres,
          @Evidence, @GeoNamesId, @Note)
        """;

    private const string InsertAlias = """
        INSERT INTO place_alias (dataset, place, position, text, note)
        VALUES (@Dataset, @Owner, @Position, @Text, @Note)
        """;

    public static void Run(SqliteConnection connection, long dataset, ValueList<Place> places, EvidenceLedger ledger)
    {
        connection.Execute(Insert, places.Select((place, position) => new
        {
            Dataset = dataset,
            place.Id,
            Position = position,
            place.Name,
            place.Nature,
            place.Country,
            place.Province,
            Latitude = place.Point?.Latitude,
            Longitude = place.Point?.Longitude,
            Metres = place.Precision?.Metres,
            Evidence = ledger.Number(place.Evidence),
            place.GeoNamesId,
            place.Note,
        }));
        connection.Execute(InsertAlias, places.SelectMany(place => place.Aliases.Select((alias, position) => new
        {
            Dataset = dataset,
            Owner = place.Id,
            Position = position,
            alias.Text,
            alias.Note,
        })));
    }
}
