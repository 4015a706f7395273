using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Index;

/// <summary>What sources are called on screen: by publisher; with the date too where a publisher has several, and numbered where that is not enough.</summary>
internal static class SourceLabels
{
    /// <summary>The label of a source id; one that no dataset has is called by its id.</summary>
    public static Func<string, string> For(IEnumerable<Source> sources)
    {
        var labels = Labels([.. sources.DistinctBy(source => source.Id)]);
        return id => labels.GetValueOrDefault(id, id);
    }

    private static Dictionary<string, string> Labels(Source[] sources)
    {
        var labels = new Dictionary<string, string>();
        foreach (var shared in sources.GroupBy(source => source.Publisher))
        {
            var isAlone = shared.Count() == 1;
            foreach (var twins in shared.GroupBy(source => isAlone ? source.Publisher : WithDate(source)).Select(twins => (twins.Key, Sources: twins.ToArray())))
            {
                var number = 0;
                foreach (var source in twins.Sources)
                {
                    number++;
                    labels[source.Id] = twins.Sources.Length == 1 ? twins.Key : $"{twins.Key} ({number})";
                }
            }
        }

        return labels;
    }

    private static string WithDate(Source source) => source.Date is { } date ? $"{source.Publisher}, {DateWords.Short.Of(date)}" : source.Publisher;
}
