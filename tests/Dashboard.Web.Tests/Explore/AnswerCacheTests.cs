using Dashboard.Web.Explore;

namespace Dashboard.Web.Tests.Explore;

public class AnswerCacheTests
{
    private readonly AnswerCache _cache = new(mostBytes: 30);
    private readonly List<string> _made = [];

    /// <summary>What was made, and how many bytes are kept.</summary>
    private string State => $"{string.Join(' ', _made)}: {_cache.Bytes}";

    [Fact]
    public void An_answer_is_made_once_and_the_one_not_asked_for_longest_makes_room()
    {
        Ask("a", 10);
        Ask("b", 10);
        Ask("a", 10);
        Ask("c", 20);
        Assert.Equal("a b c: 30", State);

        Ask("a", 10);
        Ask("b", 10);
        Assert.Equal("a b c b: 20", State);
    }

    [Fact]
    public void What_has_no_room_by_itself_is_not_kept_and_drives_nothing_out()
    {
        Ask("a", 10);
        Ask("large", 31);
        Ask("large", 31);
        Ask("a", 10);
        Assert.Equal("a large large: 10", State);
    }

    [Fact]
    public void A_question_that_fails_is_asked_anew()
    {
        Assert.Throws<OperationCanceledException>(() => _cache.GetOrMake("a", () => throw new OperationCanceledException()));
        Ask("a", 10);
        Assert.Equal("a: 10", State);
    }

    private void Ask(string question, int bytes) => Assert.Equal(bytes, _cache.GetOrMake(question, () =>
    {
        _made.Add(question);
        return new byte[bytes];
    }).Length);
}
