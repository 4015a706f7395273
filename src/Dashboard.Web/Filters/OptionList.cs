using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;
using Dashboard.Index;
using Dashboard.Web.Datasets;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.Filters;

/// <summary>The options of one facet, and what it is called.</summary>
/// <param name="Key">The facet in addresses: "source".</param>
/// <param name="Plural">What its options are called together: "sources".</param>
/// <param name="LeftOut">How many rarer options are not listed.</param>
public sealed record OptionList(Choice Choice, string Key, string Title, string Plural, ValueList<OptionCount> Options, int LeftOut = 0)
{
    /// <summary>How map and timeline draw what has an option; null where they do not tell it apart.</summary>
    public Func<OptionCount, Sign>? SignOf { get; init; }

    public int Largest { get; } = Options.Max(option => (int?)option.Count) ?? 0;

    /// <summary>Every facet with a flat list of options, in the order of the filters on screen.</summary>
    public static IReadOnlyList<OptionList> All(FacetCounts counts, KnownDatasets datasets, ColourBy colour) =>
    [
        Datasets(counts, datasets, colour), Kinds(counts, colour), Countries(counts), Statuses(counts), Sources(counts),
    ];

    public static OptionList Datasets(FacetCounts counts, KnownDatasets datasets, ColourBy colour) => new(Choice.Dataset, "dataset", "Dataset", "datasets", counts.Datasets)
    {
        SignOf = colour == ColourBy.Dataset ? option => datasets.SignOf(option.Value) : null,
    };

    public static OptionList Kinds(FacetCounts counts, ColourBy colour) => new(Choice.Kind, "kind", "Kind", "kinds", counts.Kinds, counts.LeftOut.Kinds)
    {
        SignOf = colour == ColourBy.Kind ? option => Sign.OfKind(new IncidentKind(option.Value)) : null,
    };

    public static OptionList Countries(FacetCounts counts) => new(Choice.Country, "country", "Country", "countries", counts.Countries, counts.LeftOut.Countries);

    public static OptionList Statuses(FacetCounts counts) => new(Choice.Status, "status", "Claims", "statuses", counts.Statuses);

    public static OptionList Sources(FacetCounts counts) => new(Choice.Source, "source", "Source", "sources", counts.Sources, counts.LeftOut.Sources);

    /// <summary>Those whose label holds the text, whatever its case and accents.</summary>
    public IEnumerable<OptionCount> Holding(string? text) => Options.Where(option => LabelText.Holds(option.Label, text));
}
