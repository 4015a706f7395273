namespace Dashboard.Data.Documents;

/// <summary>The sources that carry an incident or one of its claims, each once, as a document is read for them.</summary>
internal sealed class SourceIds
{
    private readonly List<string> _ids = [];

    public IReadOnlyList<string> Ids => _ids;

    public void Add(string id)
    {
        if (!_ids.Contains(id))
        {
            _ids.Add(id);
        }
    }
}
