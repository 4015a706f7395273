using Dashboard.Domain.Sources;

namespace Dashboard.Web.Incidents;

/// <summary>What a fact rests on, and how sure the maker of the dataset is of it, in words.</summary>
public static class EvidenceWords
{
    private const int NamedSources = 3;

    /// <summary>"medium confidence"; null when nothing was said.</summary>
    public static string? Confidence(Evidence evidence) =>
        evidence.Confidence is { } sure ? $"{sure.ToString().ToLowerInvariant()} confidence" : null;

    /// <summary>"JINSA, AP via KRDO and 2 more sources, general knowledge"; empty when nothing was said.</summary>
    public static string Basis(Evidence evidence, IEnumerable<Source> sources)
    {
        var publishers = evidence.Basis.Where(one => one.Kind == BasisKind.Source)
            .Select(one => sources.FirstOrDefault(source => source.Id == one.SourceId)?.Publisher ?? one.SourceId!)
            .Distinct()
            .ToList();
        var named = publishers.Take(NamedSources).ToList();
        if (publishers.Count > NamedSources)
        {
            named.Add(publishers.Count - NamedSources == 1 ? "another source" : $"{publishers.Count - NamedSources} more sources");
        }

        if (evidence.Basis.Contains(Domain.Sources.Basis.GeneralKnowledge))
        {
            named.Add("general knowledge");
        }

        if (evidence.Basis.Contains(Domain.Sources.Basis.Derived))
        {
            named.Add("what follows from other facts here");
        }

        return string.Join(", ", named);
    }
}
