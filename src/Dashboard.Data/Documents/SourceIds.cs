namespace Dashboard.Data.Documents;

/// <summary>The sources that carry an incident or one of its claims, each once, as a document is read for them; and since when each may have.</summary>
/// <param name="known">Tells what is known of the sources that a document names.</param>
internal sealed class SourceIds(KnownFacts known)
{
    private readonly List<string> _ids = [];
    private readonly List<DateOnly?> _since = [];

    public IReadOnlyList<string> Ids => _ids;

    /// <summary>For each of them the first day; null for what may always have carried it. Empty when all may.</summary>
    public IReadOnlyList<DateOnly?> Since => _since.TrueForAll(day => day is null) ? [] : _since;

    /// <summary>Adds the source whose id comes next in a document.</summary>
    /// <inheritdoc cref="Add(NamedSource, DateOnly?)"/>
    public void Read(ref DocumentReader document, DateOnly? from) => Add(document.Text(known.Sources), from);

    /// <inheritdoc cref="Add(NamedSource, DateOnly?)"/>
    public void Add(string id) => Add(known.Source(id), null);

    /// <param name="from">The first day of what it carries; null for what is there from the beginning.</param>
    public void Add(NamedSource source, DateOnly? from)
    {
        var since = source.Day is { } day && !(from > day) ? day : from;
        var at = _ids.IndexOf(source.Id);
        if (at < 0)
        {
            _ids.Add(source.Id);
            _since.Add(since);
        }
        else if (!(since >= _since[at]))
        {
            // Also when it is null, or when the other is.
            _since[at] = _since[at] is null ? null : since;
        }
    }
}
