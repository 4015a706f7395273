using System.Text;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests;

/// <summary>Incidents and claims with anything that they can hold, of the actors, places and sources of <see cref="SmallDataset"/>.</summary>
internal static class RandomIncidents
{
    public static Gen<(Incident Incident, ValueList<Claim> Claims)> Incident =>
        from named in Named
        from precision in Gen.OneOf(Gen.Constant<GeoPrecision?>(null), Location.Select(location => (GeoPrecision?)location.Precision))
        from placeIds in Gen.SubListOf("town", "somewhere")
        from involvements in Involvement.ListOf()
        from weapons in (from name in Text from role in Text from basis in SomeBasis select new Weapon(name, role, basis)).ListOf()
        from caveats in Text.ListOf()
        from tags in Text.ListOf()
        from attributes in (from name in Word from value in Word select new UpstreamAttribute(name, value)).ListOf()
        from isLead in Gen.Elements(true, false)
        from claims in Claim.ListOf()
        select (named with
        {
            Precision = precision,
            PlaceIds = placeIds.ToValueList(),
            Involvements = involvements.ToValueList(),
            Weapons = weapons.ToValueList(),
            Caveats = caveats.ToValueList(),
            Tags = tags.ToValueList(),
            Attributes = attributes.ToValueList(),
            IsLead = isLead,
        }, claims.Select(claim => claim with { IncidentId = named.Id }).ToValueList());

    private static Gen<Incident> Named =>
        from words in Word.ArrayOf(3)
        from notes in Text.ArrayOf(1)
        from unsure in TextOrNull.ArrayOf(3)
        from upstream in Word.OrNull()
        from kind in Gen.Elements("attack", "armed-clash", "état")
        from evidence in SomeEvidence.ArrayOf(3)
        from time in Time
        from shape in Shape
        from killed in Reading
        from injured in Reading
        select SmallDataset.Incident(words[0], words[1]) with
        {
            Title = words[2],
            Kind = new IncidentKind(kind),
            Summary = notes[0],
            Occurrence = time,
            OccurrenceEvidence = evidence[0],
            OccurrenceNote = unsure[0],
            Geometry = shape,
            GeometryEvidence = evidence[1],
            GeometryNote = unsure[1],
            Killed = killed,
            Injured = injured,
            Targets = unsure[2],
            Evidence = evidence[2],
            UpstreamId = upstream,
        };

    private static Gen<Claim> Claim =>
        from words in Word.ArrayOf(4)
        from actor in Gen.Elements("brigade", "front", null)
        from counts in Gen.Choose(0, 500).ArrayOf(2)
        from known in Gen.Choose(0, 3)
        from unsure in TextOrNull.ArrayOf(3)
        from source in Gen.Elements("report", "rumour")
        from date in Date.OrNull()
        from status in Gen.Elements(Enum.GetValues<ClaimStatus>())
        from evidence in SomeEvidence
        from address in Gen.Elements("https://example.org/a?b=c#d", "http://example.org", null)
        select new Claim
        {
            Id = words[0],
            IncidentId = "x",
            Predicate = words[1],
            Claimant = new Claimant(actor, words[2]),
            Value = words[3],
            Number = known == 0 ? null : new ClaimedNumber((known & 1) != 0 ? counts.Min() : null, (known & 2) != 0 ? counts.Max() : null, unsure[0], unsure[1]),
            SourceId = source,
            Date = date,
            Status = status,
            Evidence = evidence,
            Note = unsure[2],
            Address = address is null ? null : new Uri(address),
        };

    private static Gen<string> Text => Gen.OneOf(
        ArbMap.Default.GeneratorFor<UnicodeString>().Select(text => Readable(text.Get ?? "")),
        Gen.Elements("", "\0", "a\"b\\c", "البوكمال", "line\r\nbreak", "<b>&amp;</b>", "👩‍👩‍👧‍👦", "{\"a\":[1]}"));

    private static Gen<string?> TextOrNull => Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text));

    private static Gen<string> Word => Text.Select(text => $"w{text}");

    private static Gen<PartialDate> Date => Gen.Elements("2024", "2024-02", "2024-02-05", "2024-02-05/06").Select(PartialDate.Parse);

    private static Gen<Evidence> SomeEvidence =>
        from basis in SomeBasis
        from confidence in Gen.Elements<Confidence?>(null, Confidence.Low, Confidence.High)
        select new Evidence(basis, confidence);

    private static Gen<ValueList<Basis>> SomeBasis =>
        Gen.SubListOf(Basis.Source("report"), Basis.Source("rumour"), Basis.Derived, Basis.GeneralKnowledge).Select(basis => basis.ToValueList());

    private static Gen<Involvement> Involvement =>
        from actor in Gen.Elements("brigade", "front")
        from role in Word
        from qualifier in TextOrNull
        from evidence in SomeEvidence
        select new Involvement(actor, role, qualifier, evidence);

    private static Gen<GeoPoint> Point =>
        from latitude in Gen.Choose(-90_000_000, 90_000_000)
        from longitude in Gen.Choose(-180_000_000, 180_000_000)
        select new GeoPoint(latitude / 1e6, longitude / 1e6);

    private static Gen<LocatedPoint> Location =>
        from point in Point
        from metres in Gen.Choose(0, 20_000_000)
        from placeId in Gen.Elements("town", "somewhere", null)
        select new LocatedPoint(point, new GeoPrecision(metres / 3.0), placeId);

    private static Gen<RouteStop> Stop =>
        from location in Location
        from date in Date
        from what in Text
        from basis in SomeBasis
        select new RouteStop(location, date, what, basis);

    private static Gen<Geometry?> Shape => Gen.OneOf(
        Gen.Constant<Geometry?>(null),
        from location in Location select (Geometry?)new PointGeometry(location),
        from locations in Location.NonEmptyListOf() select (Geometry?)new MultiPointGeometry(locations.ToValueList()),
        from path in Point.ListOf(3) from width in Gen.Elements<double?>(null, 0.1, 6000) select (Geometry?)new LineGeometry(path.ToValueList(), width),
        from ring in Point.ListOf(4) select (Geometry?)new PolygonGeometry(ring.Append(ring[0]).ToValueList()),
        from stops in Stop.ListOf(3) select (Geometry?)new RouteGeometry(stops.OrderBy(stop => stop.Date.Earliest).ToValueList()));

    private static Gen<Occurrence?> Time =>
        from start in Gen.Choose(int.MinValue, int.MaxValue)
        from ticks in Gen.Elements(0, 1, 9999)
        from minutes in Gen.Elements<int?>(null, 0, 1, 45, 100_000)
        from offset in Gen.Choose(-14 * 60, 14 * 60)
        from precision in Gen.Elements(Enum.GetValues<TimePrecision>())
        from uncertainty in Gen.Elements<int?>(null, 0, 15, 20_160)
        from isOngoing in Gen.Elements(true, false)
        select start % 10 == 0 ? null : new Occurrence(
            Instant(start * 1000L, ticks),
            isOngoing || minutes is null ? null : Instant((start + (minutes.Value * 60L)) * 1000L, ticks),
            TimeSpan.FromMinutes(offset),
            precision,
            uncertainty is null ? null : TimeSpan.FromMinutes(uncertainty.Value),
            isOngoing);

    private static Gen<TollReading> Reading =>
        from counts in Gen.Choose(0, 2000).ListOf(3)
        from known in Gen.Choose(0, 7)
        from note in TextOrNull
        from evidence in SomeEvidence
        select new TollReading(Rising([.. counts.Order()], known), note, evidence);

    /// <summary>Half of a pair of surrogates is no text, and no file or database holds one.</summary>
    private static string Readable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static DateTimeOffset Instant(long milliseconds, int ticks) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).AddTicks(ticks);

    /// <summary>Some of three counts; a bit of <paramref name="known"/> for each.</summary>
    private static Toll Rising(int[] counts, int known)
    {
        return new Toll(Known(0), Known(1), Known(2));

        int? Known(int which) => (known & (1 << which)) != 0 ? counts[which] : null;
    }
}
