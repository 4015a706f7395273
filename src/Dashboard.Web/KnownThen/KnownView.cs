using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Dashboard.Web.Incidents;

namespace Dashboard.Web.KnownThen;

/// <summary>What a view of a day that is over shows beside its picture: what became known, and was corrected, since.</summary>
public sealed record KnownView
{
    public required DateOnly Day { get; init; }

    /// <summary>The last change that the store had when the day ended; null where there was no store yet, and the view is of the record as it stands now.</summary>
    public required RevisionRecord? Base { get; init; }

    /// <summary>Whether the record was changed after the day.</summary>
    public required bool IsChangedSince { get; init; }

    /// <summary>How many incidents the same question finds now.</summary>
    public required int PresentCount { get; init; }

    /// <summary>How many claims about them were made after the day.</summary>
    public required int ClaimsSince { get; init; }

    /// <summary>By the number of a line of the list, what changed about it since, in words.</summary>
    public required IReadOnlyDictionary<long, string> Changed { get; init; }

    /// <summary>The open incident as it was known; null where none is open, or none has the name.</summary>
    public required AsKnownOn? Selected { get; init; }

    /// <param name="revision">The one that the day is seen on.</param>
    /// <param name="view">Of a day that is over.</param>
    /// <param name="changed">By number.</param>
    public static KnownView Of(ExploredRevision revision, ExploredRevision present, ViewState view, IReadOnlyDictionary<long, string> changed)
    {
        var (store, day) = (revision.Store, view.Query.AsOf!.Value);
        var last = LastOn(store, day);
        var now = present.Find(Now(view).Query);
        return new KnownView
        {
            Day = day,
            Base = last,
            IsChangedSince = last?.Id < present.Index.Revision,
            PresentCount = now.Count - now.Leads,
            ClaimsSince = present.Index.ClaimsAfter(now, day),
            Changed = changed,
            Selected = view.Selection is { } slug ? AsKnownOn.Of(store, slug, day, store.FindIncident(slug)) : null,
        };
    }

    /// <summary>The last change that the store had when a day ended; null where there was no store yet.</summary>
    /// <param name="day">It is over.</param>
    public static RevisionRecord? LastOn(DashboardStore store, DateOnly day) => store.Revisions.Before(new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));

    /// <summary>The same view of the present.</summary>
    public static ViewState Now(ViewState view) => On(view, null);

    /// <summary>The same view on a day.</summary>
    public static ViewState On(ViewState view, DateOnly? day) => view with { Query = view.Query with { AsOf = day } };

    /// <summary>As an address has a day.</summary>
    public static string Word(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
