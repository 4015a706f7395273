using Dashboard.Web.Explore;

namespace Dashboard.Web.Tests.Explore;

public class AnswerCacheTests
{
    private readonly AnswerCache _cache = new(mostBytes: 3_000);
    private readonly List<string> _made = [];

    /// <summary>What was made, and how many bytes are kept.</summary>
    private string State => $"{string.Join(' ', _made)}: {_cache.Bytes}";

    [Fact]
    public void An_answer_is_made_once_and_the_one_not_asked_for_longest_makes_room()
    {
        Ask("a", 1000);
        Ask("b", 1000);
        Ask("a", 1000);
        Ask("c", 2000);
        Assert.Equal("a b c: 3000", State);

        Ask("a", 1000);
        Ask("b", 1000);
        Assert.Equal("a b c b: 2000", State);
    }

    [Fact]
    public void What_has_no_room_by_itself_is_not_kept_and_drives_nothing_out()
    {
        Ask("a", 1000);
        Ask("large", 3100);
        Ask("large", 3100);
        Ask("a", 1000);
        Assert.Equal("a large large: 1000", State);
    }

    [Fact]
    public void A_question_that_fails_is_asked_anew()
    {
        Assert.Throws<OperationCanceledException>(() => _cache.GetOrMake("a", () => throw new OperationCanceledException()));
        Ask("a", 1000);
        Assert.Equal("a: 1000", State);
    }

    private void Ask(string question, int size) => Assert.Equal(size, _cache.GetOrMake(question, () =>
    {
        _made.Add(question);
        return new KeptAnswer(new byte[size - new KeptAnswer([]).Size]);
    }).Size);
}
