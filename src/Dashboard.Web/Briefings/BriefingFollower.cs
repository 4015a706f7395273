namespace Dashboard.Web.Briefings;

/// <summary>Somebody who follows: a number among others, and the last state that was taken. To be disposed when they leave.</summary>
public sealed class BriefingFollower : IDisposable
{
    private readonly Briefing _briefing;
    private long _taken;
    private bool _hasLeft;

    internal BriefingFollower(Briefing briefing) => _briefing = briefing;

    /// <summary>Waits for a state after the last that was taken, and gives the newest: what came between is skipped.</summary>
    /// <returns>Null where there is none, and a sign of life is due.</returns>
    public async Task<BriefingNews?> NextAsync(CancellationToken stop)
    {
        var (news, wake) = _briefing.Follow();
        if (news.Number == _taken)
        {
            await wake.WaitAsync(stop);
            news = _briefing.News;
        }

        var isNew = news.Number > _taken;
        _taken = news.Number;
        return isNew ? news : null;
    }

    public void Dispose()
    {
        if (!_hasLeft)
        {
            _hasLeft = true;
            _briefing.Leave();
        }
    }
}
