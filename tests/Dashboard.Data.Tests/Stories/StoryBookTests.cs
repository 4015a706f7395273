using Dashboard.Data.Stories;
using Dashboard.Domain;

namespace Dashboard.Data.Tests.Stories;

public sealed class StoryBookTests : IDisposable
{
    private static readonly StoryStep _first = new("kind=attack", "The attack", "Before dawn.\nSee https://example.org/a");
    private static readonly StoryStep _second = new("kind=strike&map=34,41,6", "The answer", "");

    private readonly TemporaryDirectory _directory = new();
    private readonly DashboardStore _store;

    public StoryBookTests() => _store = DashboardStore.Open(_directory.Path);

    private StoryBook Stories => _store.Stories;

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_story_is_kept_as_it_was_written_and_outlives_the_program()
    {
        var story = Stories.Add(Text(_first, _second), "ruth");
        Assert.Equal(("tower-22-night-by-night", Text(_first, _second), 1L, "ruth"), (story.Slug, story.Text, story.Version, story.Who));
        _store.Dispose();
        using var again = DashboardStore.Open(_directory.Path);
        Assert.Equal(story, again.Stories.Find("tower-22-night-by-night"));
        Assert.Equal([story], again.Stories.All());
    }

    [Fact]
    public void Stories_of_one_title_have_names_of_their_own()
    {
        Assert.Equal(["tower-22-night-by-night", "tower-22-night-by-night-2", "tower-22-night-by-night-3"], Enumerable.Range(0, 3).Select(_ => Stories.Add(Text(_first), null).Slug));
    }

    [Fact]
    public void Saving_puts_steps_in_another_order_and_counts_the_version()
    {
        var story = Stories.Add(Text(_first, _second), "ruth");
        var saved = Stories.Save(story.Slug, 1, Text(_second, _first) with { Title = "Another title" }, null);
        Assert.Equal((story.Slug, Text(_second, _first) with { Title = "Another title" }, 2L, (string?)null), (saved.Slug, saved.Text, saved.Version, saved.Who));
    }

    [Fact]
    public void Who_saves_an_older_version_is_told_and_changes_nothing()
    {
        var story = Stories.Add(Text(_first), "ruth");
        var saved = Stories.Save(story.Slug, 1, Text(_second), "ida");
        var conflict = Assert.Throws<StoryConflictException>(() => Stories.Save(story.Slug, 1, Text(), "ruth"));
        Assert.Equal(saved, conflict.Present);
        Assert.Equal(saved, Assert.Throws<StoryConflictException>(() => Stories.Delete(story.Slug, 1)).Present);
        Assert.Equal(saved, Stories.Find(story.Slug));
    }

    [Fact]
    public void A_view_is_added_at_the_end_whatever_the_version()
    {
        var story = Stories.Add(Text(_first), "ruth");
        Assert.Equal((Text(_first, _second), 2L), Stories.Append(story.Slug, _second with { Query = "?kind=strike&map=34,41,6" }, "ida") is var saved ? (saved.Text, saved.Version) : default);
    }

    [Fact]
    public void What_is_deleted_is_gone()
    {
        var story = Stories.Add(Text(_first), null);
        Stories.Delete(story.Slug, 1);
        Assert.Null(Stories.Find(story.Slug));
        Assert.Empty(Stories.All());
        Assert.Throws<RefusedException>(() => Stories.Append(story.Slug, _first, null));
        Assert.Throws<RefusedException>(() => Stories.Save(story.Slug, 1, Text(), null));
        Assert.Throws<RefusedException>(() => Stories.Delete(story.Slug, 1));
    }

    [Fact]
    public void What_is_no_story_is_refused_with_the_reason()
    {
        Assert.Equal("A story needs a title.", Refused(Text() with { Title = " \n\t" }));
        Assert.Equal("The title is too long: 201 letters; there is room for 200.", Refused(Text() with { Title = new string('x', 201) }));
        Assert.Equal("The introduction is too long: 4001 letters; there is room for 4000.", Refused(Text() with { Intro = new string('x', 4001) }));
        Assert.Equal("The text of step 2 is too long: 4001 letters; there is room for 4000.", Refused(Text(_first, _second with { Text = new string('x', 4001) })));
        Assert.Equal("The view of step 1 is too long: 8001 letters; there is room for 8000.", Refused(Text(_first with { Query = new string('x', 8001) })));
        Assert.Equal("A story has at most 50 steps, not 51.", Refused(Text([.. Enumerable.Repeat(_first, 51)])));
        Assert.Empty(Stories.All());
    }

    [Fact]
    public void Signs_that_steer_a_terminal_are_left_out_and_lines_end_in_one_way()
    {
        var story = Stories.Add(Text(_first with { Heading = " a\0b\n", Text = "one\r\ntwo\u001b[2J\n" }), null);
        Assert.Equal(new StoryStep("kind=attack", "a b", "one\ntwo[2J"), story.Text.Steps[0]);
    }

    private string Refused(StoryText text) => Assert.Throws<RefusedException>(() => Stories.Add(text, null)).Message;

    private static StoryText Text(params StoryStep[] steps) => new("Tower 22, night by night", "What was known when.", steps.ToValueList());
}
