using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Web.Filters;

/// <summary>A facet in which a person chooses among options: how a query holds what was chosen.</summary>
public sealed record Choice(Facet Facet, Func<IncidentQuery, ValueList<string>> Chosen, Func<IncidentQuery, ValueList<string>, IncidentQuery> Choose)
{
    public static Choice Dataset { get; } = new(Facet.Dataset, query => query.Datasets, (query, values) => query with { Datasets = values });

    public static Choice Kind { get; } = new(Facet.Kind, query => query.Kinds, (query, values) => query with { Kinds = values });

    public static Choice Actor { get; } = new(Facet.Actor, query => query.Actors, (query, values) => query with { Actors = values });

    public static Choice Country { get; } = new(Facet.Country, query => query.Countries, (query, values) => query with { Countries = values });

    public static Choice Source { get; } = new(Facet.Source, query => query.Sources, (query, values) => query with { Sources = values });

    public static Choice Status { get; } = new(
        Facet.Status,
        query => query.Statuses.Select(ViewStateCodec.Word).ToValueList(),
        (query, values) => query with { Statuses = values.Select(word => Enum.Parse<ClaimStatus>(word, ignoreCase: true)).ToValueList() });

    public bool IsChosen(ViewState view, string value) => Chosen(view.Query).Contains(value);

    /// <summary>The view with the option chosen, or no longer chosen.</summary>
    public ViewState Toggle(ViewState view, string value)
    {
        var chosen = Chosen(view.Query);
        var toggled = chosen.Contains(value) ? chosen.Where(other => other != value) : chosen.Append(value);
        return view with { Query = Choose(view.Query, toggled.ToValueList()) };
    }
}
