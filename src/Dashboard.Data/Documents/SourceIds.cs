namespace Dashboard.Data.Documents;

/// <summary>The sources that carry an incident or one of its claims, each once, as a document is read for them; and since when each may have.</summary>
/// <param name="days">For each source of the dataset that is dated its first day.</param>
internal sealed class SourceIds(IReadOnlyDictionary<string, DateOnly> days)
{
    private readonly List<string> _ids = [];
    private readonly List<DateOnly?> _since = [];

    public IReadOnlyList<string> Ids => _ids;

    /// <summary>For each of them the first day; null for what may always have carried it. Empty when all may.</summary>
    public IReadOnlyList<DateOnly?> Since => _since.TrueForAll(day => day is null) ? [] : _since;

    /// <param name="from">The first day of what it carries; null for what is there from the beginning.</param>
    public void Add(string id, DateOnly? from = null)
    {
        var since = SinceOf(id, from);
        var known = _ids.IndexOf(id);
        if (known < 0)
        {
            _ids.Add(id);
            _since.Add(since);
        }
        else if (!(since >= _since[known]))
        {
            // Also when it is null, or when the other is.
            _since[known] = _since[known] is null ? null : since;
        }
    }

    private DateOnly? SinceOf(string id, DateOnly? from) =>
        days.TryGetValue(id, out var day) && !(from > day) ? day : from;
}
