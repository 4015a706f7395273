using Dashboard.Data;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Time;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Endpoints;

/// <summary>Turns an incident into its mark. Nothing is rounded and nothing is added: what is too coarse to draw is left out.</summary>
internal static class MarkDrawing
{
    /// <summary>The marks of the incidents; those that the query's lens does not mention say so.</summary>
    public static IReadOnlyList<Mark> MarksOf(ExploredRevision explored, IncidentQuery query, IReadOnlyList<DrawnIncident> incidents)
    {
        var mentioned = query.Lens is not { } lens || explored.Index.FindLens(lens) is null ? null : explored.Mentioned(query, [.. incidents.Select(drawn => drawn.Number)]);
        return [.. incidents.Select(drawn => MarkOf(drawn, isUnmentioned: mentioned?.Contains(drawn.Number) is false))];
    }

    private static Mark MarkOf(DrawnIncident drawn, bool isUnmentioned)
    {
        var (incident, placeNames) = (drawn.Incident, drawn.PlaceNames);
        var when = incident.Occurrence;
        var where = incident.IsPlaced ? incident.Geometry : null;
        var line = where as LineGeometry;
        return new Mark
        {
            Slug = incident.Slug,
            Dataset = drawn.Dataset,
            Lead = incident.IsLead,
            Unmentioned = isUnmentioned,
            Title = incident.Title,
            Kind = incident.Kind.Key,
            Place = string.Join(", ", incident.PlaceIds.Select(id => placeNames[id])),
            When = new MarkTimes(Words(Clock.Utc), Words(Clock.Local), Words(Clock.UsEastern)),
            Start = when?.Start.ToUnixTimeMilliseconds(),
            End = when?.End?.ToUnixTimeMilliseconds(),
            SpanEnd = when?.SpanEnd?.ToUnixTimeMilliseconds(),
            Ongoing = when?.IsOngoing ?? false,
            Precision = when is null ? null : ViewStateCodec.Word(when.Precision),
            Uncertainty = (long?)when?.Uncertainty?.TotalMilliseconds,
            Placed = where is not null,
            Locations = [.. Located(where).Where(location => location.Precision.IsPlaced).Select(Location)],
            Line = Pairs(line?.Path),
            HalfWidth = line?.HalfWidthMetres,
            Area = Pairs((where as PolygonGeometry)?.Ring),
            Stops = where is RouteGeometry route ? [.. route.Stops.Select(Stop)] : null,
        };

        string Words(Clock clock) => OccurrenceWords.Short(when, clock);

        string Name(LocatedPoint location) => location.PlaceId is { } id ? placeNames[id] : "";

        MarkLocation Location(LocatedPoint location) =>
            new(location.Point.Latitude, location.Point.Longitude, location.Precision.Metres, Name(location));

        MarkStop Stop(RouteStop stop) =>
            new(stop.Location.Point.Latitude, stop.Location.Point.Longitude, Name(stop.Location), DateWords.Short.Of(stop.Date), stop.What);
    }

    private static IEnumerable<LocatedPoint> Located(Geometry? geometry) => geometry switch
    {
        PointGeometry point => [point.Location],
        MultiPointGeometry points => points.Locations,
        _ => [],
    };

    private static IReadOnlyList<double[]>? Pairs(IReadOnlyList<GeoPoint>? points) =>
        points is null ? null : [.. points.Select(point => new[] { point.Latitude, point.Longitude })];
}
