using System.Net;
using Dashboard.Domain.Sharing;
using Dashboard.Web.Links;
using Dashboard.Web.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Links;

/// <summary>A page that stays open while what its link shows changes, or the link ends.</summary>
public sealed class OpenLinkTests
{
    [Fact]
    public async Task A_page_seen_through_a_live_link_is_told_of_what_the_link_shows_and_of_nothing_else()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        var (locked, rounded) = (dashboard.Make(new Redaction { LocksFilters = true }, "dataset=first").Token, dashboard.Make(new Redaction { CellKilometres = 10 }).Token);
        await using var narrow = await OpenPage.AtAsync(dashboard, "", locked);
        await using var wide = await OpenPage.AtAsync(dashboard, "", rounded);
        Assert.Equal(("", ""), (await narrow.NoteAsync(), await wide.NoteAsync()));

        await dashboard.AddAsync("second", 12);

        Assert.Equal("12 new incidents. Show them", await wide.SaidAsync());
        Assert.Equal("The data changed. Show", await narrow.SaidAsync());
        await wide.DrawAsync();
        await narrow.DrawAsync();
        Assert.Equal((15, 3, "", ""), (wide.Picture.Total, narrow.Picture.Total, await wide.NoteAsync(), await narrow.NoteAsync()));
    }

    [Fact]
    public async Task A_page_seen_through_a_frozen_link_is_told_of_nothing()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        await using var frozen = await OpenPage.AtAsync(dashboard, "", dashboard.Make(isFrozen: true).Token);
        await using var live = await OpenPage.AtAsync(dashboard, "", dashboard.Make(new Redaction { CellKilometres = 10 }).Token);

        await dashboard.AddAsync("second", 12);

        Assert.Equal("12 new incidents. Show them", await live.SaidAsync());
        await frozen.DrawAsync();
        Assert.Equal((3, ""), (frozen.Picture.Total, await frozen.NoteAsync()));
    }

    [Fact]
    public async Task An_open_page_hears_once_and_soon_that_its_link_was_ended_and_its_data_are_gone_at_once()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        var (ended, other) = (dashboard.Make(new Redaction { CellKilometres = 10 }), dashboard.Make());
        var data = await dashboard.DataAsync(ended.Token);
        var clock = new HandTimer();
        using var pages = new LinkedPages(dashboard.Services.GetRequiredService<Explorations>(), clock, NullLogger<LinkedPages>.Instance);
        var heard = new List<string>();
        using var page = pages.Follow(ended.Token, () => heard.Add("page"));
        using var closed = pages.Follow(ended.Token, () => heard.Add("closed"));
        using var another = pages.Follow(other.Token, () => heard.Add("another"));
        closed.Dispose();
        clock.Move(TimeSpan.FromSeconds(30));
        Assert.Empty(heard);

        dashboard.Links().Revoke(ended.Link.Number);
        using var tile = await dashboard.ReadyAsync($"{data}/tiles/0/0/0?link={ended.Token}");
        Assert.Equal(HttpStatusCode.NotFound, tile.StatusCode);
        clock.Move(TimeSpan.FromSeconds(30));
        Assert.Equal(["page"], heard);
        clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(["page"], heard);
    }
}
