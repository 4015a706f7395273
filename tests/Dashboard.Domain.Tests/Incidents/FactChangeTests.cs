using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Tests.Incidents;

public class FactChangeTests
{
    private static readonly Evidence _none = new([], null);

    private static readonly FactChange.Names _names = new(id => $"Place {id}", id => $"Actor {id}");

    [Fact]
    public void Nothing_is_different_about_the_same() => Assert.Empty(FactChange.Between(Sample(), Sample(), _names));

    [Fact]
    public void What_has_no_words_makes_no_difference() =>
        Assert.Empty(FactChange.Between(Sample(), Sample() with { Evidence = new Evidence([Basis.Derived], Confidence.High) }, _names));

    [Fact]
    public void Every_fact_that_differs_is_told_from_what_to_what()
    {
        var before = Sample();
        var after = before with
        {
            Kind = IncidentKind.Strike,
            Occurrence = new Occurrence(new DateTimeOffset(2024, 2, 3, 0, 0, 0, TimeSpan.Zero), null, TimeSpan.Zero, TimePrecision.Day),
            PlaceIds = ["b", "c"],
            Precision = new GeoPrecision(10_000),
            Involvements = [new Involvement("x", "perpetrator", "suspected", _none)],
            Killed = new TollReading(new Toll(3, 5, 7), "counted again", _none),
            Attributes = [new("column", "new")],
        };

        Assert.Equal(
            [
                new("Kind", "Attack", "Strike"),
                new("When", "2 Feb 2024", "3 Feb 2024"),
                new("Where", "Place a", "Place b; Place c"),
                new("Precision of the place", null, PrecisionWords.Of(new GeoPrecision(10_000))),
                new("Who", null, "Actor x (perpetrator, suspected)"),
                new("Killed", null, "3–7, best estimate 5"),
                new("Note on those killed", null, "counted again"),
                new("column", "old", "new"),
            ],
            FactChange.Between(before, after, _names));
    }

    [Fact]
    public void Long_words_are_cut_between_characters()
    {
        var change = Assert.Single(FactChange.Between(Sample(), Sample() with { Summary = new string('x', 198) + "🚁🚁" }, _names));
        Assert.Equal(new FactChange("Summary", "summary", new string('x', 198) + "…"), change);
    }

    private static Incident Sample() => new()
    {
        Id = "incident",
        Slug = "incident",
        Title = "Incident",
        Kind = IncidentKind.Attack,
        Summary = "summary",
        Occurrence = new Occurrence(new DateTimeOffset(2024, 2, 2, 0, 0, 0, TimeSpan.Zero), null, TimeSpan.Zero, TimePrecision.Day),
        OccurrenceEvidence = _none,
        PlaceIds = ["a"],
        Geometry = null,
        Precision = null,
        GeometryEvidence = _none,
        Involvements = [],
        Killed = new TollReading(Toll.Unknown, null, _none),
        Injured = new TollReading(Toll.Unknown, null, _none),
        Weapons = [],
        Caveats = [],
        Tags = [],
        Evidence = _none,
        Attributes = [new("column", "old")],
    };
}
