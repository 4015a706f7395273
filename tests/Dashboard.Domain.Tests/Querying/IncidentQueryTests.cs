using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using static Dashboard.Domain.Tests.Time.Times;

namespace Dashboard.Domain.Tests.Querying;

public class IncidentQueryTests
{
    private static readonly IncidentQuery _full = new()
    {
        Window = Window("2024-02-02T00:00Z", "2024-02-03T00:00Z"),
        Kinds = ["strike"],
        Actors = ["act-us"],
        Countries = ["IQ"],
        Sources = ["pub-1"],
        Statuses = [ClaimStatus.Disputed],
        Text = "Tower 22",
        Area = new GeoBox(40, 30, 41, 31),
        PrecisionMetres = 1500,
        TimePrecision = TimePrecision.Day,
        Datasets = ["starter"],
        Lens = "act-us",
        Unmentioned = UnmentionedView.Hidden,
        AsOf = new DateOnly(2024, 2, 5),
    };

    [Fact]
    public void The_same_question_is_the_same_value_however_it_was_put_together()
    {
        var one = new IncidentQuery { Kinds = ["strike", "attack", "strike", " "], Statuses = [ClaimStatus.Retracted, ClaimStatus.Disputed], Text = "  x " };
        var other = new IncidentQuery { Kinds = ["attack", "strike"], Statuses = [ClaimStatus.Disputed, ClaimStatus.Retracted], Text = "x" };

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Without_leaves_one_facet_open_and_keeps_the_others()
    {
        Assert.Equal(_full with { Window = default }, _full.Without(Facet.Time));
        Assert.Equal(_full with { Kinds = [] }, _full.Without(Facet.Kind));
        Assert.Equal(_full with { Actors = [] }, _full.Without(Facet.Actor));
        Assert.Equal(_full with { Countries = [] }, _full.Without(Facet.Country));
        Assert.Equal(_full with { Sources = [] }, _full.Without(Facet.Source));
        Assert.Equal(_full with { Statuses = [] }, _full.Without(Facet.Status));
        Assert.Equal(_full with { Text = null }, _full.Without(Facet.Text));
        Assert.Equal(_full with { Area = null }, _full.Without(Facet.Area));
        Assert.Equal(_full with { PrecisionMetres = null }, _full.Without(Facet.Precision));
        Assert.Equal(_full with { TimePrecision = null }, _full.Without(Facet.TimePrecision));
        Assert.Equal(_full with { Datasets = [] }, _full.Without(Facet.Dataset));
        Assert.Equal(_full with { Lens = null, Unmentioned = UnmentionedView.Faded }, _full.Without(Facet.Lens));
        Assert.Equal(_full with { AsOf = null }, _full.Without(Facet.AsOf));
        Assert.Equal(IncidentQuery.All, Enum.GetValues<Facet>().Aggregate(_full, (query, facet) => query.Without(facet)));
    }

    [Theory]
    [InlineData("  Tower\t22\r\n", "Tower 22")]
    [InlineData("a\0b\u0085c", "a b c")]
    [InlineData(" \t ", null)]
    [InlineData(null, null)]
    public void Text_is_made_fit_for_an_address(string? typed, string? text) =>
        Assert.Equal(text, new IncidentQuery { Text = typed }.Text);

    [Fact]
    public void Half_a_character_in_text_becomes_a_blank() => Assert.Equal("a b", new IncidentQuery { Text = "a\uD800b" }.Text);

    [Fact]
    public void Text_is_cut_between_characters()
    {
        Assert.Equal(new string('x', 256), new IncidentQuery { Text = new string('x', 300) }.Text);
        Assert.Equal(new string('x', 255), new IncidentQuery { Text = new string('x', 255) + "🚁" }.Text);
    }

    [Fact]
    public void What_could_not_stand_in_an_address_is_refused()
    {
        Assert.Throws<RefusedException>(() => new IncidentQuery { Kinds = ["a\nb"] });
        Assert.Throws<RefusedException>(() => new IncidentQuery { Actors = [new string('x', 257)] });
        Assert.Throws<RefusedException>(() => new IncidentQuery { Lens = "\uD800" });
        Assert.Throws<RefusedException>(() => new IncidentQuery { PrecisionMetres = double.NaN });
        Assert.Throws<RefusedException>(() => new IncidentQuery { PrecisionMetres = -1 });
        Assert.Throws<RefusedException>(() => new IncidentQuery { Statuses = [(ClaimStatus)99] });
        Assert.Throws<RefusedException>(() => new IncidentQuery { Unmentioned = (UnmentionedView)99 });
        Assert.Throws<RefusedException>(() => new ViewState { Selection = "a\0" });
        Assert.Throws<RefusedException>(() => new ViewState { Sort = (SortOrder)99 });
        Assert.Throws<RefusedException>(() => new Viewport(new GeoPoint(0, 0), double.NaN));
    }
}
