using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Places;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The places of a dataset, or those that one incident names.</summary>
internal static class ReadPlaces
{
    /// <summary>The ids of those that the incident names.</summary>
    public const string Named = "(SELECT place FROM incident_place WHERE dataset = @Dataset AND incident = @Incident)";

    private const string Columns = """
        SELECT id, name, nature, country, province, latitude, longitude, precision_metres AS PrecisionMetres,
          evidence, geonames_id AS GeoNamesId, note
        FROM place
        WHERE dataset = @Dataset
        """;

    private const string OfDataset = $"{Columns} ORDER BY position";

    private const string OfIncident = $"{Columns} AND id IN {Named} ORDER BY position";

    public static ValueList<Place> Ask(SqliteConnection connection, Scope scope, EvidenceReader evidence)
    {
        var aliases = ReadAliases.Places(connection, scope);
        return connection.Query<Row>(scope.IsWholeDataset ? OfDataset : OfIncident, scope)
            .Select(row => row.ToPlace(aliases[row.Id], evidence))
            .ToValueList();
    }

    private sealed record Row
    {
        public required string Id { get; init; }

        public required string Name { get; init; }

        public required string Nature { get; init; }

        public required string? Country { get; init; }

        public required string? Province { get; init; }

        public required double? Latitude { get; init; }

        public required double? Longitude { get; init; }

        public required double? PrecisionMetres { get; init; }

        public required long Evidence { get; init; }

        public required string? GeoNamesId { get; init; }

        public required string? Note { get; init; }

        public Place ToPlace(IEnumerable<Alias> aliases, EvidenceReader evidence) => new()
        {
            Id = Id,
            Name = Name,
            Nature = Nature,
            Country = Country,
            Province = Province,
            Point = Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null,
            Precision = PrecisionMetres is { } metres ? new GeoPrecision(metres) : null,
            Aliases = aliases.ToValueList(),
            Evidence = evidence[Evidence],
            GeoNamesId = GeoNamesId,
            Note = Note,
        };
    }
}
