using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Web.KnownThen;

/// <summary>What was known of one incident on a day, and what became of that since.</summary>
/// <param name="Incident">With the toll that had been claimed.</param>
/// <param name="Claims">Those that had been made, each as it stood.</param>
public sealed record KnownIncident(Incident Incident, ValueList<Claim> Claims, SinceThen Since)
{
    /// <param name="held">As the revision of the day has it.</param>
    /// <param name="present">As it is now; null where it is gone.</param>
    public static KnownIncident Of(KnownOn known, HeldIncident held, HeldIncident? present)
    {
        var claims = new KnownClaims(known, held.Claims, held.Corrections);
        var (incident, since) = (claims.Of(held.Incident), SinceThen.Of(claims, held, present));
        return new KnownIncident(incident, claims.Made, since with { Tolls = present is null ? [] : TollChange.Between(incident, present.Incident).ToValueList() });
    }
}
