using Dashboard.Domain;

namespace Dashboard.Data.Tests.Staging;

/// <summary>All that a store holds, in an order of its own: what is restored comes after what was there all along.</summary>
internal static class Contents
{
    public static IReadOnlyList<Dataset> Of(DashboardStore store) => [.. store.ReadDatasets().OrderBy(dataset => dataset.Description.Slug, StringComparer.Ordinal).Select(Ordered)];

    public static Dataset Ordered(Dataset dataset) => dataset with
    {
        Actors = ById(dataset.Actors, actor => actor.Id),
        Places = ById(dataset.Places, place => place.Id),
        Sources = ById(dataset.Sources, source => source.Id),
        Incidents = ById(dataset.Incidents, incident => incident.Id),
        Claims = ById(dataset.Claims, claim => claim.Id),
        Relations = ById(dataset.Relations, relation => relation.Id),
        Conflicts = ById(dataset.Conflicts, conflict => conflict.Id),
        Notes = ById(dataset.Notes, note => note.Id),
    };

    private static ValueList<T> ById<T>(ValueList<T> parts, Func<T, string> id) => parts.OrderBy(id, StringComparer.Ordinal).ToValueList();
}
