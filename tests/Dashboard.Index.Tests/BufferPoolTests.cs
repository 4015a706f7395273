namespace Dashboard.Index.Tests;

public class BufferPoolTests
{
    [Fact]
    public void What_is_left_is_had_by_the_next_who_needs_about_as_much()
    {
        var buffers = new BufferPool();
        var first = buffers.Rent<int>(1_000);
        first.All.Fill(7);
        first.Dispose();

        using var small = buffers.Rent<byte>(10);
        using var same = buffers.Rent<ushort>(2_000);
        using var other = buffers.Rent<int>(1_000);
        other.All.Fill(1);

        Assert.Equal(10, small.All.Length);
        Assert.Equal(Enumerable.Repeat((ushort)0, 1_000), same.All.ToArray().Where((_, i) => i % 2 == 1));
        Assert.Equal(Enumerable.Repeat((ushort)7, 1_000), same.All.ToArray().Where((_, i) => i % 2 == 0));
    }

    [Fact]
    public void What_is_left_is_read_no_more_and_left_once()
    {
        var buffers = new BufferPool();
        var left = buffers.Rent<int>(1_000);
        left.Dispose();
        left.Dispose();
        using var one = buffers.Rent<int>(1_000);
        using var other = buffers.Rent<int>(1_000);
        one.All.Fill(1);
        other.All.Fill(2);

        Assert.Equal(Enumerable.Repeat(1, 1_000), one.All.ToArray());
        Assert.Throws<ObjectDisposedException>(() => left.All.Length);
    }
}
