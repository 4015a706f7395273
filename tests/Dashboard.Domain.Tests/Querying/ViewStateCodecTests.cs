using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;
using static Dashboard.Domain.Tests.Time.Times;

namespace Dashboard.Domain.Tests.Querying;

public class ViewStateCodecTests
{
    public static TheoryData<string, ViewState> Keys { get; } = new()
    {
        { "", ViewState.Default },
        { "leads=only", Asking(new() { Leads = LeadView.Only }) },
        { "relations=all&sort=title", ViewState.Default with { Relations = RelationView.All, Sort = SortOrder.Title } },
        { "leads=shown&colour=dataset", Asking(new() { Leads = LeadView.Shown }) with { Colour = ColourBy.Dataset } },
        { "dataset=a&dataset=b", Asking(new() { Datasets = ["b", "a"] }) },
        { "from=2024-02-02", Asking(new() { Window = Window("2024-02-02T00:00Z", null) }) },
        { "from=2024-02-02T21:00Z", Asking(new() { Window = Window("2024-02-02T21:00Z", null) }) },
        { "from=2024-02-02T21:00:05Z", Asking(new() { Window = Window("2024-02-02T21:00:05Z", null) }) },
        { "from=2024-02-02T21:00:00.0000001Z", Asking(new() { Window = Window("2024-02-02T21:00:00.0000001Z", null) }) },
        { "to=2024-02-02", Asking(new() { Window = Window(null, "2024-02-03T00:00Z") }) },
        { "to=2024-02-02T21:00Z", Asking(new() { Window = Window(null, "2024-02-02T21:00Z") }) },
        { "to=0001-01-01T00:00Z", Asking(new() { Window = new(null, DateTimeOffset.MinValue) }) },
        { "to=9999-12-31T23:59:59.9999999Z", Asking(new() { Window = new(null, DateTimeOffset.MaxValue) }) },
        { "from=2024-02-02&to=2024-02-02", Asking(new() { Window = Window("2024-02-02T00:00Z", "2024-02-03T00:00Z") }) },
        { "kind=attack&kind=strike", Asking(new() { Kinds = ["strike", "attack"] }) },
        { "actor=act-us-forces", Asking(new() { Actors = ["act-us-forces"] }) },
        { "country=IQ&country=SY", Asking(new() { Countries = ["SY", "IQ"] }) },
        { "source=seed:000_d66.txt", Asking(new() { Sources = ["seed:000_d66.txt"] }) },
        { "status=disputed&status=retracted", Asking(new() { Statuses = [ClaimStatus.Retracted, ClaimStatus.Disputed] }) },
        { "q=Deir%20ez-Zor", Asking(new() { Text = "Deir ez-Zor" }) },
        { "q=%D8%A7%D9%84%D9%82%D8%A7%D8%A6%D9%85", Asking(new() { Text = "القائم" }) },
        { "q=a%26b%3Dc%25%2B%23", Asking(new() { Text = "a&b=c%+#" }) },
        { "bbox=40.1,33,41.12345,34.5", Asking(new() { Area = new GeoBox(40.1, 33, 41.12345, 34.5) }) },
        { "bbox=170,-10,-170,10", Asking(new() { Area = new GeoBox(170, -10, -170, 10) }) },
        { "precision=1500", Asking(new() { PrecisionMetres = 1500 }) },
        { "timeprecision=partofday", Asking(new() { TimePrecision = TimePrecision.PartOfDay }) },
        { "lens=act-centcom", Asking(new() { Lens = "act-centcom" }) },
        { "lens=act-centcom&unmentioned=hidden", Asking(new() { Lens = "act-centcom", Unmentioned = UnmentionedView.Hidden }) },
        { "asof=2024-02-05", Asking(new() { AsOf = new DateOnly(2024, 2, 5) }) },
        { "map=34.45,40.92,8.5", new() { Viewport = new Viewport(new GeoPoint(34.45, 40.92), 8.5) } },
        { "sel=2024-01-28-tower-22-drone-attack", new() { Selection = "2024-01-28-tower-22-drone-attack" } },
        { "tz=local", new() { Clock = Clock.Local } },
        { "tz=us-eastern", new() { Clock = Clock.UsEastern } },
        { "mode=cumulative", new() { Mode = PlayMode.Cumulative } },
        { "mode=trailing", new() { Mode = PlayMode.Trailing } },
        { "sort=killed", new() { Sort = SortOrder.Killed } },
        { "sort=-time", new() { IsDescending = true } },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_is_read_and_written_the_same(string address, ViewState view)
    {
        Assert.Equal(new ParsedView(view, []), ViewStateCodec.Parse(address));
        Assert.Equal(address, ViewStateCodec.Format(view));
    }

    [Theory]
    [InlineData("?kind=strike", "kind=strike")]
    [InlineData("&&kind=strike&", "kind=strike")]
    [InlineData("kind=strike&kind=attack&kind=strike", "kind=attack&kind=strike")]
    [InlineData("sel=x&kind=strike", "kind=strike&sel=x")]
    [InlineData("tz=utc&mode=window&sort=time", "")]
    [InlineData("unmentioned=faded", "")]
    [InlineData("q=Deir+ez-Zor", "q=Deir%20ez-Zor")]
    [InlineData("q=%20x%20", "q=x")]
    [InlineData("q=100%", "q=100%25")]
    [InlineData("from=2024-02-02T00:00:00.000Z", "from=2024-02-02")]
    [InlineData("from=2024-02-02T21:00", "from=2024-02-02T21:00Z")]
    [InlineData("from=2024-02-03T00:30+03:00", "from=2024-02-02T21:30Z")]
    [InlineData("from=2024-02-03T00:30%2B03:00", "from=2024-02-02T21:30Z")]
    [InlineData("to=2024-02-03T00:00Z", "to=2024-02-02")]
    [InlineData("to=9999-12-31", "to=9999-12-31T23:59:59.9999999Z")]
    [InlineData("bbox=-0.000001,33.000004,-0,34", "bbox=0,33,0,34")]
    [InlineData("bbox=10.000001,-5,10,5", "bbox=-180,-5,180,5")]
    [InlineData("precision=.5", "precision=0.5")]
    [InlineData("map=-0.000001,0,0.001", "map=0,0,0")]
    public void Other_ways_to_write_a_view_lead_to_its_one_address(string written, string canonical)
    {
        var parsed = ViewStateCodec.Parse(written);
        Assert.Equal([], parsed.Ignored);
        Assert.Equal(canonical, ViewStateCodec.Format(parsed.View));
    }

    [Theory]
    [InlineData("from=yesterday", "from", "'yesterday' was not understood")]
    [InlineData("from=2024-02-30", "from", "'2024-02-30' was not understood")]
    [InlineData("from=2024-02-02T25:00Z", "from", "'2024-02-02T25:00Z' was not understood")]
    [InlineData("from=0001-01-01T00:00%2B03:00", "from", "'0001-01-01T00:00+03:00' was not understood")]
    [InlineData("to=02/03/2024", "to", "'02/03/2024' was not understood")]
    [InlineData("status=true", "status", "'true' was not understood")]
    [InlineData("status=3", "status", "'3' was not understood")]
    [InlineData("q=%00", "q", "not readable text")]
    [InlineData("q=%FF", "q", "not readable text")]
    [InlineData("q=a%0Ab", "q", "not readable text")]
    [InlineData("kind=%C3%28", "kind", "not readable text")]
    [InlineData("bbox=1,2,3", "bbox", "'1,2,3' was not understood")]
    [InlineData("bbox=1,2,3,x", "bbox", "'1,2,3,x' was not understood")]
    [InlineData("bbox=0,91,1,92", "bbox", "latitude 91 is not between -90 and 90")]
    [InlineData("bbox=0,5,1,4", "bbox", "the box's south 5 is north of its north 4")]
    [InlineData("precision=-1", "precision", "a precision of -1 m is not a radius on Earth")]
    [InlineData("precision=NaN", "precision", "a precision of NaN m is not a radius on Earth")]
    [InlineData("precision=1e3", "precision", "'1e3' was not understood")]
    [InlineData("unmentioned=gone", "unmentioned", "'gone' was not understood")]
    [InlineData("asof=2024", "asof", "'2024' was not understood")]
    [InlineData("map=91,0,3", "map", "latitude 91 is not between -90 and 90")]
    [InlineData("map=0,0,23", "map", "zoom 23 is not between 0 and 22")]
    [InlineData("map=0,0", "map", "'0,0' was not understood")]
    [InlineData("tz=UTC", "tz", "'UTC' was not understood")]
    [InlineData("tz=usEastern", "tz", "'usEastern' was not understood")]
    [InlineData("mode=fast", "mode", "'fast' was not understood")]
    [InlineData("sort=--time", "sort", "'--time' was not understood")]
    [InlineData("sort=-", "sort", "'-' was not understood")]
    [InlineData("utm_source=chat", "utm_source", "is not part of a view")]
    [InlineData("Kind=attack", "Kind", "is not part of a view")]
    [InlineData("=x", "", "is not part of a view")]
    public void What_is_not_understood_is_left_out_and_named(string address, string key, string reason) =>
        Assert.Equal(new ParsedView(Asking(new() { Countries = ["IQ"] }), [new IgnoredKey(key, reason)]), ViewStateCodec.Parse($"country=IQ&{address}"));

    [Fact]
    public void Half_a_character_is_not_readable() =>
        Assert.Equal(new ParsedView(ViewState.Default, [new("actor", "not readable text")]), ViewStateCodec.Parse("actor=\uD800"));

    [Theory]
    [InlineData("kind=&q=&from=&bbox=&map=&utm_source=")]
    [InlineData("kind&utm_source&&=&%20=%20&q=+&sel=%09")]
    public void What_is_empty_asks_nothing_and_is_not_worth_a_word(string address) =>
        Assert.Equal(new ParsedView(ViewState.Default, []), ViewStateCodec.Parse(address));

    [Fact]
    public void Bad_keys_are_ignored_one_by_one()
    {
        var parsed = ViewStateCodec.Parse("kind=attack&kind=%FF&from=x&to=2024-02-03&status=disputed&status=true&tz=mars&utm_source=1&utm_source=2&sort=-killed");

        Assert.Equal("to=2024-02-03&kind=attack&status=disputed&sort=-killed", ViewStateCodec.Format(parsed.View));
        Assert.Equal(
            [
                new("kind", "not readable text"),
                new("from", "'x' was not understood"),
                new("status", "'true' was not understood"),
                new("tz", "'mars' was not understood"),
                new("utm_source", "is not part of a view"),
            ],
            parsed.Ignored);
    }

    [Fact]
    public void Of_a_key_given_twice_the_first_that_is_understood_counts() =>
        Assert.Equal(
            new ParsedView(
                new ViewState { Selection = "a", Clock = Clock.Local },
                [new("sel", "given more than once, the first counts"), new("tz", "'mars' was not understood")]),
            ViewStateCodec.Parse("sel=a&sel=b&tz=mars&tz=local"));

    [Theory]
    [InlineData("from=2024-02-03&to=2024-02-02")]
    [InlineData("to=2024-02-03T00:00Z&from=2024-02-03")]
    public void A_window_that_ends_before_it_begins_is_left_open(string address) =>
        Assert.Equal(
            new ParsedView(Asking(new() { Window = Window("2024-02-03T00:00Z", null) }), [new("to", "is not after 'from'")]),
            ViewStateCodec.Parse(address));

    [Fact]
    public void A_value_longer_than_any_name_is_ignored()
    {
        Assert.Equal(new ParsedView(new() { Selection = new string('x', 256) }, []), ViewStateCodec.Parse("sel=" + new string('x', 256)));
        Assert.Equal(new ParsedView(ViewState.Default, [new("sel", "longer than 256 characters")]), ViewStateCodec.Parse("sel=" + new string('x', 257)));
    }

    [Fact]
    public void An_overlong_address_is_read_up_to_the_last_whole_key()
    {
        const string First = "kind=attack&";
        var filler = string.Concat(Enumerable.Repeat("q&", (ViewStateCodec.MaximumLength - First.Length) / 2 - 5));
        var tooLong = new IgnoredKey("address", "longer than 8192 characters, the rest was left out");

        Assert.Equal(new ParsedView(Asking(new() { Kinds = ["attack"] }), [tooLong]), ViewStateCodec.Parse($"{First}{filler}sel=half-of-a-slug"));
        Assert.Equal(new ParsedView(ViewState.Default, [tooLong]), ViewStateCodec.Parse("sel=" + new string('%', 5_000_000)));
    }

    [Fact]
    public void A_name_that_is_ignored_is_shortened_to_be_shown() =>
        Assert.Equal(
            new ParsedView(ViewState.Default, [new(new string('k', 39) + "…", "is not part of a view"), new("tz", $"'{new string('v', 39)}…' was not understood")]),
            ViewStateCodec.Parse($"{new string('k', 400)}=x&tz={new string('v', 200)}"));

    private static ViewState Asking(IncidentQuery query) => new() { Query = query };
}
