using System.Globalization;
using Dashboard.Domain.Querying;
using Dashboard.Index;
using Dashboard.Web.Datasets;
using Dashboard.Web.Timeline;

namespace Dashboard.Web.Filters;

/// <summary>One thing that the view is filtered by, in words, and the view without it.</summary>
public sealed record ActiveFilter(string Label, ViewState Without)
{
    /// <summary>The view with every filter gone; how it is looked at stays.</summary>
    public static ViewState ClearAll(ViewState view) => view with { Query = IncidentQuery.All with { Lens = view.Query.Lens, AsOf = view.Query.AsOf, Link = view.Query.Link } };

    /// <summary>Everything that a view is filtered by, in the order of the filters on screen.</summary>
    /// <param name="lens">The name of the account that the view is looked at through; null for none.</param>
    public static IReadOnlyList<ActiveFilter> Of(ViewState view, FacetCounts counts, KnownDatasets datasets, string? lens = null)
    {
        var query = view.Query;
        var filters = new List<ActiveFilter>();
        void Add(string label, Facet facet) => filters.Add(new ActiveFilter(label, view with { Query = query.Without(facet) }));
        void AddEach(Choice choice, Func<string, string?> labelOf) =>
            filters.AddRange(choice.Chosen(query).Select(value => new ActiveFilter(labelOf(value) ?? value, choice.Toggle(view, value))));

        if (query.Text is { } text)
        {
            Add($"“{text}”", Facet.Text);
        }

        if (!query.Window.IsAll)
        {
            Add(WindowWords.Of(query.Window), Facet.Time);
        }

        AddEach(Choice.Dataset, datasets.TitleOf);
        if (query.Leads != LeadView.Hidden)
        {
            filters.Add(new ActiveFilter(query.Leads == LeadView.Only ? "nothing but leads" : "with leads", view with { Query = query with { Leads = LeadView.Hidden } }));
        }

        AddEach(Choice.Kind, LabelIn(counts.Kinds));
        AddEach(Choice.Actor, value => Find(counts.Actors, value)?.Label);
        AddEach(Choice.Country, LabelIn(counts.Countries));
        AddEach(Choice.Status, LabelIn(counts.Statuses));
        AddEach(Choice.Source, LabelIn(counts.Sources));
        if (query.Area is { } box)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"in the box {box.South:0.##}–{box.North:0.##}° N, {box.West:0.##}–{box.East:0.##}° E"), Facet.Area);
        }

        if (query.PrecisionMetres is { } metres)
        {
            Add($"place known to {PrecisionDemand.Of(metres)}", Facet.Precision);
        }

        if (query.TimePrecision is { } unit)
        {
            Add($"time known to {PrecisionDemand.Of(unit)}", Facet.TimePrecision);
        }

        if (lens is not null && query.Unmentioned == UnmentionedView.Hidden)
        {
            filters.Add(new ActiveFilter($"mentioned by {lens}", view with { Query = query with { Unmentioned = UnmentionedView.Faded } }));
        }

        return filters;
    }

    private static Func<string, string?> LabelIn(IEnumerable<OptionCount> options) => value => options.FirstOrDefault(option => option.Value == value)?.Label;

    private static ActorCount? Find(IEnumerable<ActorCount> actors, string id) =>
        actors.Select(actor => actor.Id == id ? actor : Find(actor.Children, id)).FirstOrDefault(found => found is not null);
}
