using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests;

public sealed class RandomIncidentTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static Gen<GeoPoint> Point =>
        from latitude in Gen.Choose(-90_000_000, 90_000_000)
        from longitude in Gen.Choose(-180_000_000, 180_000_000)
        select new GeoPoint(latitude / 1e6, longitude / 1e6);

    private static Gen<LocatedPoint> Location =>
        from point in Point
        from metres in Gen.Choose(0, 20_000_000)
        from placeId in Gen.Elements("town", "somewhere", null)
        select new LocatedPoint(point, new GeoPrecision(metres / 3.0), placeId);

    private static Gen<Geometry?> Shape => Gen.OneOf(
        Gen.Constant<Geometry?>(null),
        from location in Location select (Geometry?)new PointGeometry(location),
        from locations in Location.NonEmptyListOf() select (Geometry?)new MultiPointGeometry(locations.ToValueList()),
        from path in Point.ListOf(3) from width in Gen.Elements<double?>(null, 0.1, 6000) select (Geometry?)new LineGeometry(path.ToValueList(), width),
        from ring in Point.ListOf(4) select (Geometry?)new PolygonGeometry(ring.Append(ring[0]).ToValueList()));

    private static Gen<Occurrence?> Time =>
        from start in Gen.Choose(int.MinValue, int.MaxValue)
        from minutes in Gen.Elements<int?>(null, 0, 1, 45, 100_000)
        from offset in Gen.Choose(-14 * 60, 14 * 60)
        from precision in Gen.Elements(Enum.GetValues<TimePrecision>())
        from uncertainty in Gen.Elements<int?>(null, 0, 15, 20_160)
        from isOngoing in Gen.Elements(true, false)
        select start % 10 == 0 ? null : new Occurrence(
            DateTimeOffset.FromUnixTimeMilliseconds(start * 1000L + start % 1000),
            isOngoing || minutes is null ? null : DateTimeOffset.FromUnixTimeMilliseconds((start + (minutes.Value * 60L)) * 1000L + start % 1000),
            TimeSpan.FromMinutes(offset),
            precision,
            uncertainty is null ? null : TimeSpan.FromMinutes(uncertainty.Value),
            isOngoing);

    private static Gen<Toll> People =>
        from counts in Gen.Choose(0, 2000).ListOf(3)
        from known in Gen.Choose(0, 7)
        select Rising([.. counts.Order()], known);

    private static Gen<Incident> Incident =>
        from shape in Shape
        from time in Time
        from killed in People
        from injured in People
        select SmallDataset.Incident("x", "x") with
        {
            Geometry = shape,
            Occurrence = time,
            Killed = new TollReading(killed, null, new Domain.Sources.Evidence([], null)),
            Injured = new TollReading(injured, null, new Domain.Sources.Evidence([], null)),
        };

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Any_time_shape_and_toll_come_back_from_the_store_as_they_were()
    {
        using var store = _directory.Open();
        var run = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Incident.ListOf().ToArbitrary(), incidents =>
        {
            var dataset = Dataset($"run-{run++}", incidents);
            store.Add(dataset);
            SameDataset.Assert(dataset, store.ReadDatasets()[^1]);
        }));
    }

    private static Dataset Dataset(string slug, IEnumerable<Incident> incidents) => SmallDataset.Create(slug) with
    {
        Incidents = incidents.Select((incident, index) => incident with { Id = $"{slug}-{index}", Slug = $"{slug}-{index}", Title = "x" }).ToValueList(),
        Claims = [],
        Relations = [],
        Conflicts = [],
    };

    /// <summary>Some of three counts; a bit of <paramref name="known"/> for each.</summary>
    private static Toll Rising(int[] counts, int known)
    {
        return new Toll(Known(0), Known(1), Known(2));

        int? Known(int which) => (known & (1 << which)) != 0 ? counts[which] : null;
    }
}
