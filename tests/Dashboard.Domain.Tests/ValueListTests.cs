namespace Dashboard.Domain.Tests;

public class ValueListTests
{
    [Fact]
    public void Lists_with_the_same_items_in_the_same_order_are_equal()
    {
        ValueList<string?> one = ["a", null, "b"];
        ValueList<string?> other = ["a", null, "b"];

        Assert.True(one.Equals(other));
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Lists_with_other_items_or_another_order_are_not()
    {
        ValueList<string> one = ["a", "b"];

        Assert.False(one.Equals(["b", "a"]));
        Assert.False(one.Equals(["a"]));
        Assert.False(one.Equals(["a", "b", "c"]));
        Assert.False(one.Equals(null));
        Assert.False(one.Equals((object)"ab"));
    }

    [Fact]
    public void Records_that_hold_lists_compare_by_value()
    {
        Assert.Equal(new Holder([[1, 2], [3]]), new Holder([[1, 2], [3]]));
        Assert.NotEqual(new Holder([[1, 2], [3]]), new Holder([[1, 2], [4]]));
    }

    [Fact]
    public void A_list_does_not_change_with_what_it_was_made_from()
    {
        string[] items = ["a", "b"];
        var list = items.ToValueList();
        items[0] = "z";

        Assert.Equal(["a", "b"], list);
        Assert.Equal(("a", 2, "[a, b]"), (list[0], list.Count, list.ToString()));
        Assert.Same(ValueList<int>.Empty, Array.Empty<int>().ToValueList());
    }

    private sealed record Holder(ValueList<ValueList<int>> Lists);
}
