using Dashboard.Domain.Querying;
using Dashboard.Web.KnownThen;

namespace Dashboard.Web.Embed;

/// <summary>Whether a frame goes with the data, or stays with what was known on a day: a view of a day is pinned as it is.</summary>
/// <param name="Live">The view as it is whenever somebody looks.</param>
/// <param name="Pinned">The view of a day: of its own one, else of today, which stays from when it is over.</param>
internal sealed record EmbedPin(ViewState Live, ViewState Pinned)
{
    /// <summary>The key in an address that says which is wanted, where it is not as the view is: live or day.</summary>
    public const string Key = "pin";

    public DateOnly Day => Pinned.Query.AsOf!.Value;

    public static EmbedPin Of(ViewState view, DateOnly today) => new(KnownView.Now(view), view.Query.AsOf is null ? KnownView.On(view, today) : view);

    public static bool IsPinned(ViewState view, IQueryCollection query) => query[Key].ToString() switch
    {
        "live" => false,
        "day" => true,
        _ => view.Query.AsOf is not null,
    };
}
