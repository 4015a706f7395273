namespace Dashboard.Web.Importing;

/// <summary>The ids of imports that were here, the last ones: their addresses answer that they are gone, others that there never was one.</summary>
internal sealed class ForgottenImports
{
    private const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = [];
    private readonly Queue<string> _inOrder = [];

    public void Add(string id)
    {
        lock (_gate)
        {
            if (_ids.Add(id))
            {
                _inOrder.Enqueue(id);
            }

            if (_inOrder.Count > Most)
            {
                _ids.Remove(_inOrder.Dequeue());
            }
        }
    }

    public bool Has(string id)
    {
        lock (_gate)
        {
            return _ids.Contains(id);
        }
    }
}
