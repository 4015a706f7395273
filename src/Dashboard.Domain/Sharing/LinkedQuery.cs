using Dashboard.Domain.Querying;

namespace Dashboard.Domain.Sharing;

/// <summary>
/// Cuts the view of a link in two: what is applied when the link's incidents are picked, and what whoever opens it begins with. What
/// asks about something that is withheld is applied, and told to nobody.
/// </summary>
public static class LinkedQuery
{
    private const double KilometresAround = 40_075;

    /// <summary>Which incidents a link can show at all.</summary>
    public static IncidentQuery Applied(IncidentQuery query, Redaction redaction)
    {
        var all = IncidentQuery.All with { Leads = LeadView.Shown };
        return redaction.LocksFilters ? query with { Link = null, Lens = query.Unmentioned == UnmentionedView.Faded ? null : query.Lens }
            : !redaction.ChangesIncidents ? all
            : all with
            {
                Text = query.Text,
                Area = redaction.WithholdsPlaces ? query.Area : null,
                PrecisionMetres = redaction.CellKilometres is null ? null : query.PrecisionMetres,
                Sources = query.Sources,
                Actors = redaction.Withholds(WithheldField.Actors) ? query.Actors : [],
                Statuses = redaction.Withholds(WithheldField.Claims) ? query.Statuses : [],
            };
    }

    /// <summary>What the address holds that a link leads to.</summary>
    /// <param name="slugOf">What the incident of a slug is called.</param>
    /// <param name="isActor">Whether an actor has that id.</param>
    public static ViewState Left(ViewState view, Redaction redaction, Func<string, string> slugOf, Func<string, bool> isActor)
    {
        if (!redaction.ChangesIncidents)
        {
            return view;
        }

        var (query, grid) = (view.Query, redaction.CellKilometres is { } kilometres ? new CellGrid(kilometres) : null);
        var keepsLens = query.Lens is { } lens && isActor(lens) && !redaction.Withholds(WithheldField.Actors) && !redaction.Withholds(WithheldField.Claims);
        return view with
        {
            Selection = view.Selection is { } slug ? slugOf(slug) : null,
            Viewport = view.Viewport is { } port && grid is not null ? new Viewport(grid.Centre(port.Centre), Math.Min(port.Zoom, Closest(redaction))) : view.Viewport,
            Query = query with
            {
                Text = null,
                Area = query.Area is { } box && grid is not null ? grid.Widened(box) : redaction.WithholdsPlaces ? null : query.Area,
                PrecisionMetres = grid is null ? query.PrecisionMetres : null,
                Sources = [],
                Actors = redaction.Withholds(WithheldField.Actors) ? [] : query.Actors,
                Statuses = redaction.Withholds(WithheldField.Claims) ? [] : query.Statuses,
                Lens = keepsLens ? query.Lens : null,
                Unmentioned = keepsLens ? query.Unmentioned : UnmentionedView.Faded,
            },
        };
    }

    /// <summary>The zoom at which a cell is as wide as a tile of the map.</summary>
    private static double Closest(Redaction redaction) => Math.Round(Math.Log2(KilometresAround / redaction.CellKilometres!.Value), 2);
}
