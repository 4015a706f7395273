using Dashboard.Domain.Actors;
using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Tests.Actors;

public class ActorTests
{
    private static readonly Evidence _none = new([], null);

    [Fact]
    public void An_actor_cannot_be_its_own_parent_in_whichever_order_it_is_written()
    {
        const string Message = "actor a cannot be its own parent";

        Assert.Equal(Message, Refusal(() => new Actor { Id = "a", ParentId = "a", Name = "A", Nature = "", Affiliations = [], Aliases = [], Evidence = _none }));
        Assert.Equal(Message, Refusal(() => new Actor { ParentId = "a", Id = "a", Name = "A", Nature = "", Affiliations = [], Aliases = [], Evidence = _none }));
        Assert.Equal(Message, Refusal(() => Actor("b", "a") with { Id = "a" }));
        Assert.Equal(Message, Refusal(() => Actor("a", "b") with { ParentId = "a" }));
    }

    [Fact]
    public void An_actor_needs_an_id_and_a_name()
    {
        Assert.Equal("Id is empty", Refusal(() => Actor("", null)));
        Assert.Equal("Name is empty", Refusal(() => Actor("a", null) with { Name = " " }));
    }

    [Fact]
    public void An_involvement_needs_an_actor_and_a_role()
    {
        Assert.Throws<RefusedException>(() => new Involvement("", "target", null, _none));
        Assert.Throws<RefusedException>(() => new Involvement("a", "", null, _none));
    }

    [Fact]
    public void An_alias_needs_a_text() => Assert.Throws<RefusedException>(() => new Alias(" "));

    private static Actor Actor(string id, string? parent) => new()
    {
        Id = id,
        Name = "A",
        Nature = "militia",
        ParentId = parent,
        Affiliations = [],
        Aliases = [],
        Evidence = _none,
    };

    private static string Refusal(Func<object> make) => Assert.Throws<RefusedException>(make).Message;
}
