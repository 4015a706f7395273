using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Querying;

/// <summary>
/// The question: which incidents. Facets are joined by "and", the values of one facet by "or"; an empty facet asks
/// nothing. Values are sorted and distinct, so that the same question is the same value and the same address.
/// </summary>
public sealed record IncidentQuery
{
    public static IncidentQuery All { get; } = new();

    public TimeWindow Window { get; init; }

    /// <summary>Keys of <see cref="Incidents.IncidentKind"/>.</summary>
    public ValueList<string> Kinds { get; init => field = Normal(value); } = [];

    /// <summary>Ids of actors; each stands for itself and every actor below it.</summary>
    public ValueList<string> Actors { get; init => field = Normal(value); } = [];

    /// <summary>ISO 3166-1 alpha-2 codes, of any place of the incident.</summary>
    public ValueList<string> Countries { get; init => field = Normal(value); } = [];

    /// <summary>Ids of sources that carry the incident or one of its claims.</summary>
    public ValueList<string> Sources { get; init => field = Normal(value); } = [];

    /// <summary>Statuses of which the incident has at least one claim.</summary>
    public ValueList<ClaimStatus> Statuses { get; init => field = value.Select(Refuse.Undefined).Distinct().Order().ToValueList(); } = [];

    /// <summary>Words to find in title, summary, places and actors in every spelling; null asks nothing.</summary>
    public string? Text { get; init => field = AddressText.Tidied(value); }

    /// <summary>A box in which a drawn point of the incident must lie.</summary>
    public GeoBox? Area { get; init; }

    /// <summary>The coarsest precision, in metres, that is asked for; an incident of unknown precision does not meet it.</summary>
    public double? PrecisionMetres { get; init => field = value is { } metres ? Math.Round(new GeoPrecision(metres).Metres, 5) + 0.0 : null; }

    /// <summary>The coarsest precision of time that is asked for; an undated incident does not meet it.</summary>
    public TimePrecision? TimePrecision { get; init => field = value is { } unit ? Refuse.Undefined(unit) : null; }

    public ValueList<string> Datasets { get; init => field = Normal(value); } = [];

    /// <summary>Whether leads are left out, stand among the incidents, or stand alone.</summary>
    public LeadView Leads { get; init => field = Refuse.Undefined(value); } = LeadView.Hidden;

    /// <summary>Whose account to see: the id of an actor, for its claims and those of every actor below it, else of a source. One that nobody has asks nothing.</summary>
    public string? Lens { get; init => field = AddressText.OrNull(value); }

    /// <summary>Whether incidents of which the lens makes no claim are left out; without a lens it asks nothing.</summary>
    public UnmentionedView Unmentioned { get; init => field = Refuse.Undefined(value); } = UnmentionedView.Faded;

    /// <summary>The day whose knowledge to see, in whole; null for all that is known.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What opens the short link that all this is looked at through, which may keep something back; null for the incidents as everybody sees them.</summary>
    public string? Link { get; init => field = LinkWord.Checked(value); }

    /// <summary>The same question with one facet left open: what the view of that facet is filtered by.</summary>
    public IncidentQuery Without(Facet facet) => facet switch
    {
        Facet.Time => this with { Window = TimeWindow.All },
        Facet.Kind => this with { Kinds = [] },
        Facet.Actor => this with { Actors = [] },
        Facet.Country => this with { Countries = [] },
        Facet.Source => this with { Sources = [] },
        Facet.Status => this with { Statuses = [] },
        Facet.Text => this with { Text = null },
        Facet.Area => this with { Area = null },
        Facet.Precision => this with { PrecisionMetres = null },
        Facet.TimePrecision => this with { TimePrecision = null },
        Facet.Dataset => this with { Datasets = [] },
        Facet.Lens => this with { Lens = null, Unmentioned = UnmentionedView.Faded },
        Facet.AsOf => this with { AsOf = null },
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    private static ValueList<string> Normal(ValueList<string> values) =>
        values.Select(AddressText.OrNull).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToValueList();
}
