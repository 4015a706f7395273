using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Explore;

/// <summary>What a page that stays open says of a commit.</summary>
public class RevisionNoteTests
{
    [Theory]
    [InlineData("", 12, "12 new incidents. Show them")]
    [InlineData("", 1, "1 new incident. Show it")]
    [InlineData("dataset=first", 12, "The data changed. Show")]
    public async Task An_open_page_says_what_is_new_for_its_question_and_does_not_move(string question, int added, string note)
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        await using var page = await OpenPage.AtAsync(dashboard, question);
        Assert.Equal("", await page.NoteAsync());

        await dashboard.AddAsync("second", added);

        Assert.Equal((note, 3), (await page.NoteAsync(), page.Picture.Total));
    }

    [Fact]
    public async Task The_note_goes_when_the_page_is_drawn_anew_and_comes_with_the_next_commit()
    {
        await using var dashboard = await RunningDashboard.StartAsync([Revisions.DatasetOf("first", 3)]);
        await using var page = await OpenPage.AtAsync(dashboard, "");
        await dashboard.AddAsync("second", 2);
        Assert.Equal("2 new incidents. Show them", await page.NoteAsync());

        await page.DrawAsync();
        Assert.Equal(("", 5), (await page.NoteAsync(), page.Picture.Total));

        await dashboard.AddAsync("third", 4);
        Assert.Equal(("4 new incidents. Show them", 5), (await page.NoteAsync(), page.Picture.Total));
    }
}
