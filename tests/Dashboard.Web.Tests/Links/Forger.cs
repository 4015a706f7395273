using Dashboard.Domain;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Links;

/// <summary>Changes addresses of a link in every way that their parameters allow. The same random numbers make the same changes.</summary>
/// <param name="data">Where the data of the link are.</param>
/// <param name="paths">What is asked for, each as often as it stands there; {data}, {slug}, {actor}, {place}, {facet} and {tile} are put in.</param>
internal sealed class Forger(Random random, RunningDashboard dashboard, Dataset dataset, string data, string token, IReadOnlyList<string> paths)
{
    private readonly List<Domain.Places.GeoPoint> _points = [.. dataset.Incidents.SelectMany(incident => incident.Geometry?.Points ?? [])];

    private readonly string[] _revisions = [data, dashboard.Data, "/data/1-00000000", "/data/2-abcdef01"];

    public string Next()
    {
        var path = One(paths)
            .Replace("{data}", One(_revisions), StringComparison.Ordinal)
            .Replace("{slug}", One(dataset.Incidents).Slug, StringComparison.Ordinal)
            .Replace("{actor}", One(dataset.Actors).Id, StringComparison.Ordinal)
            .Replace("{place}", One(dataset.Places).Id, StringComparison.Ordinal)
            .Replace("{facet}", One(["kind", "actor", "country", "source", "status", "dataset"]), StringComparison.Ordinal)
            .Replace("{tile}", One(["0/0/0", "1/1/0", "6/39/25", "12/2530/1642"]), StringComparison.Ordinal);
        List<string> parameters = [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => Parameter()), One([$"link={token}", $"link={token}", $"link={token}", $"LINK={token}", $"link={token}&link={token}", $"l%69nk={token}"])];
        if (path == "/oembed")
        {
            parameters = [$"url={Uri.EscapeDataString($"{dashboard.Address}?{string.Join('&', parameters)}")}", "format=json"];
        }

        return $"{path}?{string.Join('&', parameters.OrderBy(_ => random.Next()))}";
    }

    private string Parameter()
    {
        var (point, incident) = (One(_points), One(dataset.Incidents));
        FormattableString parameter = random.Next(22) switch
        {
            0 => $"bbox={point.Longitude - 0.001:0.####},{point.Latitude - 0.001:0.####},{point.Longitude + 0.001:0.####},{point.Latitude + 0.001:0.####}",
            1 => $"precision={One([0, 1, 100, 5000, 50000])}",
            2 => $"q={Uri.EscapeDataString(One([.. dataset.Places.Select(place => place.Name), .. dataset.Sources.Select(source => source.Publisher), incident.Title.Split(' ')[0], "a*", "\"", "drone"]))}",
            3 => $"asof={One(["2023-10-20", "2024-01-29", "2024-02-05", "1999-01-01", "2030-01-01"])}",
            4 => $"lens={Uri.EscapeDataString(One([.. dataset.Actors.Select(actor => actor.Id), .. dataset.Sources.Select(source => source.Id)]))}",
            5 => $"sel={incident.Slug}",
            6 => $"incident={incident.Slug}",
            7 => $"dataset={One([dataset.Description.Slug, "other"])}",
            8 => $"source={Uri.EscapeDataString(One(dataset.Sources).Id)}",
            9 => $"actor={Uri.EscapeDataString(One(dataset.Actors).Id)}",
            10 => $"status={One(["asserted", "retracted", "contradicted"])}",
            11 => $"kind={One(["attack", "strike", "diplomacy", "statement"])}",
            12 => $"country={One(["SY", "IQ", "JO", "IR"])}",
            13 => $"leads={One(["shown", "only"])}",
            14 => $"relations=all",
            15 => $"unmentioned=hidden",
            16 => $"map={point.Latitude:0.#####},{point.Longitude:0.#####},18",
            17 => $"sort={One(["place", "-killed", "injured", "title"])}",
            18 => $"from={One(["2023-10-17", "2024-01-28"])}&to={One(["2024-01-28", "2024-02-28"])}",
            19 => $"raw=1&lines=500&find=a",
            20 => $"within=30,20,60,50&during=2023-10-01T00:00Z,2024-03-01T00:00Z&timeprecision=day",
            _ => $"span=2023-10-01T00:00Z,2024-03-01T00:00Z,1d&colour=dataset&after=1-1&theme=dark",
        };
        return FormattableString.Invariant(parameter);
    }

    private T One<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
