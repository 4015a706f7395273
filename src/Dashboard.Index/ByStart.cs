using Dashboard.Domain.Querying;

namespace Dashboard.Index;

/// <summary>The order of the list as it is first seen, for whoever needs nothing else of an index.</summary>
public static class ByStart
{
    /// <summary>The numbers of all these incidents by start, then slug, the undated last: as <see cref="IncidentIndex.Page"/> has them.</summary>
    /// <param name="incidents">By number; they are read once.</param>
    public static IReadOnlyList<long> Numbers(IEnumerable<IncidentStart> incidents)
    {
        List<long> numbers = [];
        var starts = new Noted<long>();
        var slugs = new TextPool();
        foreach (var incident in incidents)
        {
            numbers.Add(incident.Number);
            starts.Add(incident.Start?.Ticks ?? RowOrder.Undated);
            slugs.Append(incident.Slug);
        }

        return Array.ConvertAll(new Arrangement(starts.ToArray(), slugs, new BufferPool()).Reads.ToArray(), read => numbers[read]);
    }
}
