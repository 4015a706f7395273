namespace Dashboard.Index.Tests;

public class SideBySideTests
{
    [Fact]
    public void Every_piece_is_done_once()
    {
        var done = new int[1000];
        SideBySide.Run(done.Length, piece => Interlocked.Increment(ref done[piece]));

        Assert.Equal(Enumerable.Repeat(1, done.Length), done);
    }

    [Fact]
    public void What_fails_in_a_piece_fails_for_the_caller()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => SideBySide.Run(() => { }, () => throw new InvalidOperationException("refused"), () => { }));

        Assert.Equal("refused", refused.Message);
    }
}
