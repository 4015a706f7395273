using Dashboard.Domain.Accounts;
using Dashboard.Web.Security;

namespace Dashboard.Web.Accounts;

/// <summary>Who looks at a page that stays open: handed, sealed, from the page as it was sent to the circuit that keeps it up to date.</summary>
/// <param name="Session">The one that the page was opened in; null for a reader.</param>
/// <param name="MayChangeWithoutAccount">True at this very machine, and where everybody may.</param>
public sealed record Visitor(Session? Session, bool MayChangeWithoutAccount)
{
    public bool MayChange => MayChangeWithoutAccount || Session is not null;

    public static Visitor Of(HttpContext context) => new(context.SignedIn()?.Session, ChangesGate.IsOpenWithoutAccount(context));
}
