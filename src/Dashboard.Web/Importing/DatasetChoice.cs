using Dashboard.Data;
using Dashboard.Data.Import;
using Dashboard.Domain;

namespace Dashboard.Web.Importing;

/// <summary>The dataset that a file goes to.</summary>
internal static class DatasetChoice
{
    /// <summary>What the store holds, and how to call it.</summary>
    public static IReadOnlyList<DatasetDescription> Known(DashboardStore store) => store.Read(reader => reader.Datasets.Select(dataset => dataset.Description).ToList());

    /// <summary>The dataset of that name: the one in the store, or else a new one that is otherwise as the file proposes.</summary>
    public static DatasetDescription Of(DashboardStore store, string name, DatasetDescription proposed)
    {
        var slug = Slug.Of(name);
        return Known(store).FirstOrDefault(dataset => dataset.Slug == name || dataset.Slug == slug)
            ?? proposed with { Slug = slug, Title = proposed.Slug == slug ? proposed.Title : name };
    }
}
