using Dapper;
using Dashboard.Domain;
using Dashboard.Domain.Places;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>The first incidents of a difference, for a person to look at.</summary>
internal static class Samples
{
    private const int Most = 10;

    private const string FirstAdded = """
        SELECT r.position
        FROM incident r
        WHERE NOT EXISTS (SELECT 1 FROM known k WHERE k.position = r.position)
        ORDER BY r.position
        LIMIT @Most
        """;

    private const string FirstChanged = "SELECT position, number FROM known WHERE is_changed ORDER BY position LIMIT @Most";

    private const string CountPlaced = """
        SELECT count(*)
        FROM incident r
        WHERE r.latitude IS NOT NULL AND NOT EXISTS (SELECT 1 FROM known k WHERE k.position = r.position)
        """;

    private const string SpreadPoints = """
        SELECT latitude, longitude
        FROM (
          SELECT r.latitude, r.longitude, row_number() OVER (ORDER BY r.position) - 1 AS place
          FROM incident r
          WHERE r.latitude IS NOT NULL AND NOT EXISTS (SELECT 1 FROM known k WHERE k.position = r.position))
        WHERE place * @Most / @Count > (place - 1) * @Most / @Count OR place = 0
        LIMIT @Most
        """;

    public static ValueList<SampleIncident> Added(SqliteConnection connection, StagedDocuments documents) =>
        connection.Query<long>(FirstAdded, new { Most }).Select(documents.ReadStaged).Select(Sample).ToValueList();

    public static ValueList<ChangedSample> Changed(SqliteConnection connection, StagedDocuments documents) =>
        connection.Query<(long Position, long Number)>(FirstChanged, new { Most }).ToList().Select(row =>
        {
            var (before, after) = (documents.ReadStored(row.Number), documents.ReadStaged(row.Position));
            return new ChangedSample(before.Incident.Slug, before.Incident.Title, ChangedValues.Between(before, after));
        }).ToValueList();

    /// <summary>Where added incidents are, evenly over the file; the same ones each time.</summary>
    public static IReadOnlyList<GeoPoint> Points(SqliteConnection connection, int most)
    {
        var count = connection.ExecuteScalar<long>(CountPlaced);
        return most <= 0 || count == 0
            ? []
            : [.. connection.Query<(double Latitude, double Longitude)>(SpreadPoints, new { Most = most, Count = Math.Max(count, most) })
                .Select(point => new GeoPoint(point.Latitude, point.Longitude))];
    }

    private static SampleIncident Sample(StagedDocuments.Found found)
    {
        var drawn = found.Incident.Geometry?.DrawnPoints.ToList() ?? [];
        return new SampleIncident(found.Line, found.Incident.Title, found.When, found.Where, drawn.Count > 0 ? drawn[0] : null);
    }
}
