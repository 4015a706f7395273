using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>What sources are called on screen: by publisher; with the date too where a publisher has several, and numbered where that is not enough.</summary>
internal static class SourceLabels
{
    /// <summary>The label of a source id; one that no dataset has is refused.</summary>
    public static Func<string, string> For(IReadOnlyList<Dataset> datasets)
    {
        var labels = Labels(datasets);
        return id => labels.TryGetValue(id, out var label) ? label : throw new RefusedException($"source {id} is named, but no dataset has it");
    }

    private static Dictionary<string, string> Labels(IReadOnlyList<Dataset> datasets)
    {
        var sources = datasets.SelectMany(dataset => dataset.Sources).DistinctBy(source => source.Id).ToArray();
        var labels = new Dictionary<string, string>();
        foreach (var shared in sources.GroupBy(source => source.Publisher))
        {
            var isAlone = shared.Count() == 1;
            foreach (var twins in shared.GroupBy(source => isAlone ? source.Publisher : WithDate(source)))
            {
                var number = 0;
                foreach (var source in twins)
                {
                    number++;
                    labels[source.Id] = twins.Count() == 1 ? twins.Key : $"{twins.Key} ({number})";
                }
            }
        }

        return labels;
    }

    private static string WithDate(Source source) => source.Date is { } date ? $"{source.Publisher}, {DateWords.Short.Of(date)}" : source.Publisher;
}
