namespace Dashboard.Web.Tests.Harness;

/// <summary>A clock that stands still until it is moved; then what was due meanwhile happens, on the thread that moves it.</summary>
internal sealed class HandTimer : TimeProvider
{
    private readonly List<Due> _due = [];
    private DateTimeOffset _now = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Due(this, () => callback(state), _now + dueTime, period);
        _due.Add(timer);
        return timer;
    }

    public void Move(TimeSpan by)
    {
        var until = _now + by;
        while (_due.Where(timer => timer.At <= until).MinBy(timer => timer.At) is { } next)
        {
            _now = next.At;
            next.Happen();
        }

        _now = until;
    }

    private sealed class Due(HandTimer clock, Action happen, DateTimeOffset at, TimeSpan period) : ITimer
    {
        public DateTimeOffset At { get; private set; } = at;

        public void Happen()
        {
            At = period > TimeSpan.Zero ? At + period : DateTimeOffset.MaxValue;
            happen();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => clock._due.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
