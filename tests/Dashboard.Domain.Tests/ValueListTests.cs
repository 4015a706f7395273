namespace Dashboard.Domain.Tests;

public class ValueListTests
{
    [Fact]
    public void Lists_with_the_same_items_in_the_same_order_are_equal()
    {
        ValueList<string> one = ["a", "b"];
        ValueList<string> other = ["a", "b"];
        ValueList<string> reversed = ["b", "a"];

        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.False(one.Equals(reversed));
        Assert.False(one.Equals(null));
    }
}
