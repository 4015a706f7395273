using Dashboard.Data;
using Dashboard.Domain.Accounts;
using Dashboard.Web.Layout;

namespace Dashboard.Web.Accounts;

/// <summary>
/// Pages that stay open and were opened in a session: they hear when it has ended, by signing out in another tab, by an admin, or
/// of itself. Who ends one on this server lets them be asked at once.
/// </summary>
public sealed class SessionPages(DashboardStore store, TimeProvider clock, ILogger<SessionPages> log) : OpenPages<Session>(clock, log)
{
    /// <summary>Whether somebody who looks at a page that stays open may change the data now.</summary>
    /// <param name="visitor">Null for nobody that is known.</param>
    public bool MayChange(Visitor? visitor) => visitor is not null && (visitor.MayChangeWithoutAccount || (visitor.Session is { } session && Holds(session)));

    protected override bool Holds(Session ground) => store.Sessions.GoesOn(ground);
}
