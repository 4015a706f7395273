using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Tests.Harness;
using Dashboard.Web.Tests.Links;
using Dashboard.Web.Tests.Pages;
using static Dashboard.Web.Tests.Harness.Samples;

namespace Dashboard.Web.Tests.Sharing;

/// <summary>A view in a frame that stays as it was says when it was corrected since.</summary>
public sealed class PinnedEmbedTests(StarterDashboard starter)
{
    private const string FirstDay = "asof=2024-03-01";

    [Fact]
    public async Task A_frame_of_a_day_counts_the_corrections_since_of_what_it_shows_and_leads_to_them()
    {
        await using var dashboard = await Corrected(First()).StartAsync();
        Assert.Equal(("3 corrections since this was pinned", "/corrections?since=1"), await NoteAsync(dashboard, $"/embed?{FirstDay}"));
        Assert.Equal(("2 corrections since this was pinned", "/corrections?kind=strike&since=1"), await NoteAsync(dashboard, $"/embed?kind=strike&{FirstDay}"));
        Assert.Equal(("1 correction since this was pinned", "/corrections?kind=attack&since=1"), await NoteAsync(dashboard, $"/embed?kind=attack&{FirstDay}"));
        Assert.Equal(("1 correction since this was pinned", "/corrections?since=2"), await NoteAsync(dashboard, "/embed?asof=2024-03-02"));
        Assert.Equal((null, null), await NoteAsync(dashboard, "/embed?asof=2024-03-03"));
        Assert.Equal((null, null), await NoteAsync(dashboard, $"/embed?q=unheard&{FirstDay}"));
        Assert.Equal((null, null), await NoteAsync(dashboard, "/embed"));
    }

    [Fact]
    public async Task Where_it_leads_there_are_as_many_as_it_counted_whatever_became_of_them()
    {
        await using var dashboard = await Corrected(First()).StartAsync();
        var strikes = await dashboard.ReadAsync("/corrections?kind=strike&since=1");
        var later = await dashboard.ReadAsync("/corrections?since=2");

        // One was no strike after the first correction: it is told all the same.
        Assert.Equal(["Title of moved", "Title of moved"], strikes.WordsOf(".correction h3 a"));
        Assert.Equal(["since revision 1, 1 Mar 2024, remove", "Strike, remove"], strikes.WordsOf(".chip"));
        Assert.Equal(["/corrections?kind=strike", "/corrections?since=1"], strikes.QuerySelectorAll(".chip").Select(chip => chip.Address()));
        Assert.Equal(["Title of moved"], later.WordsOf(".correction h3 a"));
        Assert.Equal(["Nothing was corrected since then about the incidents that were found then."], (await dashboard.ReadAsync("/corrections?q=unheard&since=1")).WordsOf(".correction-none"));
        Assert.Contains("was not understood: since", (await dashboard.ReadAsync("/corrections?since=99")).QuerySelector(".notice")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_a_link_that_is_frozen_it_counts_what_the_link_shows()
    {
        var changed = First();
        var (all, strikes) = (Freeze(changed, Redaction.None), Freeze(changed, new Redaction { LocksFilters = true }, "kind=strike"));
        await using var dashboard = await Corrected(changed).StartAsync();

        Assert.Equal(("3 corrections since this was pinned", "/corrections?since=1"), await NoteAsync(dashboard, $"/embed?link={all}"));
        Assert.Equal(("1 correction since this was pinned", "/corrections?kind=attack&since=1"), await NoteAsync(dashboard, $"/embed?kind=attack&link={all}"));
        Assert.Equal(("2 corrections since this was pinned", null), await NoteAsync(dashboard, $"/embed?link={strikes}"));
        Assert.Equal((null, null), await NoteAsync(dashboard, $"/embed?kind=attack&link={strikes}"));
        Assert.Equal((null, null), await NoteAsync(dashboard, $"/embed?link={dashboard.Make(isFrozen: true).Token}"));
        Assert.Equal((null, null), await NoteAsync(dashboard, $"/embed?{FirstDay}&link={dashboard.Make(new Redaction { CellKilometres = 10 }).Token}"));
    }

    [Fact]
    public async Task A_link_that_keeps_something_back_says_no_more_than_that_the_data_changed_whatever_is_asked()
    {
        var changed = First();
        var redacted = Freeze(changed, new Redaction { Fields = [WithheldField.Tolls, WithheldField.Titles] });
        var untouched = Freeze(changed, new Redaction { Fields = [WithheldField.Tolls], LocksFilters = true }, "kind=statement");
        await using var dashboard = await Corrected(changed).StartAsync();

        foreach (var forged in (string[])["", "kind=strike&", "kind=attack&", "q=unheard&", "sel=still&", $"{FirstDay}&"])
        {
            Assert.Equal(("The data have changed since this was pinned", null), await NoteAsync(dashboard, $"/embed?{forged}link={redacted}"));
        }

        Assert.Equal((null, null), await NoteAsync(dashboard, $"/embed?link={untouched}"));
    }

    [Fact]
    public async Task A_frame_says_of_its_link_what_the_page_says_in_a_line()
    {
        var changed = First();
        var told = changed.Store.Links.Make(new NewLink { View = ViewState.Default, IsFrozen = true, Expires = null, Redaction = new Redaction { CellKilometres = 10, Fields = [WithheldField.Tolls] }, Title = "For the <desk>" }).Token;
        await using var dashboard = await Corrected(changed).StartAsync();
        var locked = dashboard.Make(new Redaction { LocksFilters = true }).Token;
        var frame = (await ReadyAsync(dashboard, $"/embed?link={told}")).QuerySelector(".embed-link")!;

        Assert.Equal("For the <desk>", frame.QuerySelector("b")!.TextContent);
        Assert.Equal(["frozen at 1 Mar 2024", "places to 10 km", "something withheld"], frame.WordsOf("span"));
        Assert.Null((await ReadyAsync(dashboard, $"/embed?link={locked}")).QuerySelector(".embed-notes"));
    }

    [Fact]
    public async Task Where_readers_need_a_link_it_leads_nowhere()
    {
        var changed = First();
        var token = Freeze(changed, Redaction.None);
        await using var dashboard = await Corrected(changed).StartAsync("by-link");
        Assert.Equal(("3 corrections since this was pinned", null), await NoteAsync(dashboard, $"/embed?link={token}"));
    }

    [Fact]
    public async Task The_builder_offers_a_live_frame_and_one_of_the_day()
    {
        var live = await starter.Server.ReadAsync("/share?kind=attack");
        var pinned = await starter.Server.ReadAsync("/share?kind=attack&pin=day");
        var past = await starter.Server.ReadAsync("/share?kind=attack&asof=2024-02-03");
        var unpinned = await starter.Server.ReadAsync("/share?kind=attack&asof=2024-02-03&pin=live");
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(("live", "/embed?kind=attack"), Built(live));
        Assert.Equal(("day", $"/embed?kind=attack&asof={today}"), Built(pinned));
        Assert.Equal(("day", "/embed?kind=attack&asof=2024-02-03"), Built(past));
        Assert.Equal(("live", "/embed?kind=attack"), Built(unpinned));
        Assert.Contains("says how many corrections there were since", live.QuerySelector(".embed-pin")!.Words(), StringComparison.Ordinal);
        Assert.Equal("#own-link", live.QuerySelector(".embed-pin a")!.Address());
    }

    [Fact]
    public async Task Through_a_link_the_builder_takes_the_view_and_says_whether_the_link_pins_it()
    {
        await using var dashboard = await Corrected(First()).StartAsync();
        var (frozen, coarse) = (dashboard.Make(isFrozen: true).Token, dashboard.Make(new Redaction { CellKilometres = 10 }).Token);
        var (pinned, live) = (await ReadyAsync(dashboard, $"/share?kind=attack&link={frozen}"), await ReadyAsync(dashboard, $"/share?link={coarse}"));

        Assert.Equal((null, $"/embed?kind=attack&link={frozen}"), Built(pinned));
        Assert.StartsWith("Pinned: its link is frozen at revision 3.", pinned.QuerySelector(".embed-pin")!.Words(), StringComparison.Ordinal);
        Assert.Equal((null, $"/embed?link={coarse}"), Built(live));
        Assert.StartsWith("Live: its link shows the data as they are", live.QuerySelector(".embed-pin")!.Words(), StringComparison.Ordinal);
    }

    private static (string? Pin, string Address) Built(IHtmlDocument page) =>
        (page.QuerySelector("select[name=pin] option[selected]")?.GetAttribute("value"), page.QuerySelector(".embed-alone")!.Address());

    private static async Task<(string? Words, string? Address)> NoteAsync(RunningDashboard dashboard, string path)
    {
        var note = (await ReadyAsync(dashboard, path)).QuerySelector(".embed-notes > p:not(.embed-link)");
        var link = note?.QuerySelector("a");
        Assert.True(link is null || (link.GetAttribute("target") == "_blank" && link.GetAttribute("rel") == "noopener"));
        return (note?.Words(), link?.Address());
    }

    private static async Task<IHtmlDocument> ReadyAsync(RunningDashboard dashboard, string path) => await new HtmlParser().ParseDocumentAsync(await dashboard.ReadyTextAsync(path));

    private static ChangedDashboard First() => new ChangedDashboard()
        .Add(Dataset([Shelling("still", 3, IncidentKind.Attack), Shelling("moved", 1, IncidentKind.Strike), Shelling("said", 0, IncidentKind.Statement)]));

    /// <summary>Two of the incidents are corrected, where one of them becomes another kind and another incident is added; that one is corrected again.</summary>
    private static ChangedDashboard Corrected(ChangedDashboard first) => first
        .Import(Dataset([Shelling("still", 5, IncidentKind.Attack), Shelling("moved", 1, IncidentKind.Attack), Shelling("new", 1, IncidentKind.Strike)]), "the second report")
        .Import(Dataset([Shelling("moved", 2, IncidentKind.Attack)]), "the third report");

    private static string Freeze(ChangedDashboard changed, Redaction redaction, string query = "") =>
        changed.Store.Links.Make(new NewLink { View = ViewStateCodec.Parse(query).View, IsFrozen = true, Expires = null, Redaction = redaction }).Token;

    private static Incident Shelling(string slug, int killed, IncidentKind kind) =>
        Incident(slug) with { Kind = kind, Killed = new TollReading(new Toll(killed, killed, killed), null, NoEvidence) };
}
