using System.Globalization;
using Dashboard.Data.Import;
using Dashboard.Data.Staging;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests.Staging;

/// <summary>A file as a reader would tell it: a row a day from the first of March 2024, in few towns, between few sides.</summary>
internal static class SmallFile
{
    public const string Dataset = "file";

    private const int Towns = 40;
    private const int Sides = 15;

    private static readonly Evidence _evidence = new([Basis.Source("the-file")], null);
    private static readonly Named _named = new(_evidence);

    public static DatasetDescription Description { get; } = new(Dataset, "A file", "", "CC BY 4.0", "Nobody", TimeWindow.All) { Codebook = "UCDP GED", Version = "24.1" };

    public static IEnumerable<ImportedIncident> Rows(int count, Func<ImportedIncident, ImportedIncident>? change = null, string dataset = Dataset) =>
        Enumerable.Range(0, count).Select(number => Row(number, dataset)).Select(change ?? (row => row));

    public static ImportedIncident Row(int number, string dataset = Dataset)
    {
        var id = (100 + number).ToString(CultureInfo.InvariantCulture);
        var place = _named.Place($"Town {number % Towns}", "Deir ez-Zor", "SY", new GeoPoint(33 + (number % Towns * 0.1), 36), new GeoPrecision(2000));
        var (side, other) = (_named.Actor($"Side {number % Sides}"), _named.Actor($"The Others {number % (Sides + 1)}"));
        var press = Named.Source($"Press {number % 7}");
        var incident = SmallDataset.Incident(id, $"{dataset}-{id}") with
        {
            Title = $"Fighting number {number}",
            Occurrence = new Occurrence(new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number), null, TimeSpan.Zero, TimePrecision.Day),
            PlaceIds = [place.Id],
            Geometry = new PointGeometry(new LocatedPoint(place.Point!.Value, place.Precision!.Value, place.Id)),
            Precision = place.Precision,
            Involvements = [new(side.Id, "side", null, _evidence), new(other.Id, "side", null, _evidence)],
            Killed = new TollReading(new Toll(1, number % 9 + 1, number % 9 + 2), null, _evidence),
            Evidence = _evidence,
            UpstreamId = id,
            Attributes = [new("where_prec", "1"), new("dyad_name", $"{side.Name} - {other.Name}")],
        };
        var claim = new Claim
        {
            Id = $"{id}-1",
            IncidentId = id,
            Predicate = "report",
            Claimant = new Claimant(null, press.Publisher),
            Value = "there was fighting",
            Number = null,
            SourceId = press.Id,
            Date = null,
            Status = ClaimStatus.Unverified,
            Evidence = _evidence,
        };
        return new ImportedIncident(dataset, number + 2, incident, [claim], [side, other], [place], [press, Named.Source("The File", "dataset")]);
    }

    public static ImportedIncident With(this ImportedIncident row, Func<Incident, Incident> change) => row with { Incident = change(row.Incident) };

    /// <summary>Staged and compared with the store.</summary>
    public static StagedImport Stage(this DashboardStore store, IEnumerable<ImportedIncident> rows, DatasetDescription? description = null)
    {
        var staged = store.Stage();
        try
        {
            staged.Describe(description ?? Description);
            foreach (var row in rows)
            {
                staged.Add(new FileContent.Row(row));
            }

            staged.Finish(TestContext.Current.CancellationToken);
            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    public static CommittedImport Import(this DashboardStore store, IEnumerable<ImportedIncident> rows, string what = "Import a file", DatasetDescription? description = null)
    {
        using var staged = store.Stage(rows, description);
        return staged.Commit(what, skipRefused: true, TestContext.Current.CancellationToken);
    }
}
