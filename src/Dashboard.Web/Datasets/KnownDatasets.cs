using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Data;
using Dashboard.Domain.Querying;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.Datasets;

/// <summary>Every dataset in the order in which they came: the order gives each its sign, whatever is chosen.</summary>
public sealed class KnownDatasets(IReadOnlyList<DatasetSummary> all)
{
    private readonly Dictionary<string, int> _numbers = all.Index().ToDictionary(pair => pair.Item.Description.Slug, pair => pair.Index);

    public IReadOnlyList<DatasetSummary> All => all;

    /// <summary>True where there are datasets to tell apart.</summary>
    public bool AreSeveral => all.Count > 1;

    public Sign SignOf(string slug) => Sign.OfDataset(_numbers.GetValueOrDefault(slug, int.MaxValue));

    public string TitleOf(string slug) => _numbers.TryGetValue(slug, out var number) ? all[number].Description.Title : slug;

    /// <summary>What the view is about: the title of its one dataset, else "3 datasets".</summary>
    public string NameOf(IncidentQuery query)
    {
        var asked = query.Datasets.Where(_numbers.ContainsKey).ToList();
        return asked.Count == 1 ? TitleOf(asked[0])
            : all.Count == 1 ? all[0].Description.Title
            : $"{(asked.Count == 0 ? all.Count : asked.Count)} datasets";
    }

    /// <summary>The attribute by which the browser knows them: of each the slug, the title, and whether the view asks for it and it has something to show.</summary>
    public string ForBrowser(IncidentQuery query) => JsonSerializer.Serialize(
        all.Select(dataset => new BrowserDataset(dataset.Description.Slug, dataset.Description.Title, IsShown(dataset, query))).ToList(),
        BrowserJson.Default.ListBrowserDataset);

    private static bool IsShown(DatasetSummary dataset, IncidentQuery query) =>
        (query.Datasets.Count == 0 || query.Datasets.Contains(dataset.Description.Slug))
        && ((query.Leads != LeadView.Only && dataset.Incidents > 0) || (query.Leads != LeadView.Hidden && dataset.Leads > 0));
}

internal sealed record BrowserDataset(string Slug, string Title, bool IsChosen);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<BrowserDataset>))]
internal sealed partial class BrowserJson : JsonSerializerContext;
