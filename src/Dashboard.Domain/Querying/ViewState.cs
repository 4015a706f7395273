using Dashboard.Domain.Places;
using Dashboard.Domain.Time;

namespace Dashboard.Domain.Querying;

/// <summary>All that a link holds: the question, and how it is looked at. One immutable value; every act of a person makes another.</summary>
public sealed record ViewState
{
    public static ViewState Default { get; } = new();

    public IncidentQuery Query { get; init; } = IncidentQuery.All;

    /// <summary>The map's centre and zoom; null fits the incidents.</summary>
    public Viewport? Viewport { get; init; }

    /// <summary>The slug of the incident that is open; null when none is.</summary>
    public string? Selection { get; init => field = AddressText.OrNull(value); }

    /// <summary>The clock that times are shown in.</summary>
    public Clock Clock { get; init => field = Refuse.Undefined(value); } = Clock.Utc;

    /// <summary>How the window moves when time is played.</summary>
    public PlayMode Mode { get; init => field = Refuse.Undefined(value); } = PlayMode.Window;

    /// <summary>What the colours of map and timeline tell apart.</summary>
    public ColourBy Colour { get; init => field = Refuse.Undefined(value); } = ColourBy.Kind;

    /// <summary>Of which incidents map and timeline show the relations.</summary>
    public RelationView Relations { get; init => field = Refuse.Undefined(value); } = RelationView.Selection;

    public SortOrder Sort { get; init => field = Refuse.Undefined(value); } = SortOrder.Time;

    public bool IsDescending { get; init; }
}

/// <summary>The map's centre, at five decimals (about a metre), and its zoom, at two.</summary>
public readonly record struct Viewport
{
    public const double MaximumZoom = 22;

    public Viewport(GeoPoint centre, double zoom)
    {
        Refuse.If(!(zoom is >= 0 and <= MaximumZoom), $"zoom {zoom} is not between 0 and {MaximumZoom}");
        Centre = new GeoPoint(GeoPoint.Rounded(centre.Latitude), GeoPoint.Rounded(centre.Longitude));
        Zoom = Math.Round(zoom, 2) + 0.0;
    }

    public GeoPoint Centre { get; }

    public double Zoom { get; }
}

/// <summary>What stays in sight while time plays: a window that slides, all since its start, or a window whose past fades.</summary>
public enum PlayMode
{
    Window,
    Cumulative,
    Trailing,
}

/// <summary>What colours tell apart.</summary>
public enum ColourBy
{
    Kind,
    Dataset,
}

/// <summary>Of which incidents relations are drawn: of the selected one and its chain, or of all in the view.</summary>
public enum RelationView
{
    Selection,
    All,
}

/// <summary>What the list is ordered by.</summary>
public enum SortOrder
{
    Time,
    Title,
    Kind,
    Place,
    Killed,
    Injured,
}
