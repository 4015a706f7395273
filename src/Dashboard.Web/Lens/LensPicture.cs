using Dashboard.Data;
using Dashboard.Domain;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;
using Dashboard.Index;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Lens;

/// <summary>What a view shows of the account that it is looked at through.</summary>
/// <param name="Mentioned">How many incidents of the view it mentions.</param>
/// <param name="Tellings">What it says of the incidents that are listed, by their numbers.</param>
public sealed record LensPicture(LensAccount Account, int Mentioned, IReadOnlyDictionary<long, Telling> Tellings)
{
    /// <summary>So many actors and so many sources are offered, those that mention most.</summary>
    public const int MostLenses = 200;

    private static readonly Telling _nothing = new([]);

    public string Name => Account.Name;

    /// <summary>Through whose account a view may be looked at, and how many of its incidents each mentions; actors, then sources, of each those first that mention most.</summary>
    /// <param name="found">What the question finds.</param>
    public static LensChoices Lenses(ExploredRevision revision, IncidentQuery query, IncidentSet? found = null)
    {
        // What one account leaves out is not left out where another is chosen.
        var asked = found is null || query is { Unmentioned: UnmentionedView.Hidden, Lens: not null } ? revision.Find(query.Without(Facet.Lens)) : found;
        return new LensChoices(revision.Index.Lenses(asked, MostLenses), asked.Count - asked.Leads);
    }

    /// <summary>What the account says of an incident of the list.</summary>
    public Telling TellingOf(IncidentSummary incident) => Tellings.GetValueOrDefault(incident.Number, _nothing);

    /// <param name="known">The claims of those that are listed as they were known on the day of the view; null for all.</param>
    /// <returns>Null where the view is looked at through no account.</returns>
    public static LensPicture? Of(ExploredRevision revision, IncidentQuery query, IncidentSet found, IReadOnlyList<IncidentSummary> listed, IReadOnlyDictionary<long, ValueList<Claim>>? known = null)
    {
        if (LensAccount.Of(revision, query.Lens) is not { } account)
        {
            return null;
        }

        // Leads that it mentions are no incidents.
        var mentioned = (query.Leads == LeadView.Shown ? revision.Find(query with { Leads = LeadView.Hidden }) : found).Mentioned ?? 0;
        var claims = known ?? revision.Claims([.. listed.Select(incident => incident.Number)]);
        return new LensPicture(account, mentioned, claims.ToDictionary(incident => incident.Key, incident => account.Of(incident.Value)));
    }
}

/// <summary>Through whose account a view may be looked at.</summary>
/// <param name="All">How many incidents it has, whoever mentions them.</param>
public sealed record LensChoices(IReadOnlyList<LensCount> Lenses, int All)
{
    /// <summary>True where there may be more than are offered.</summary>
    public bool IsCut => Lenses.CountBy(lens => lens.Lens.Kind).Any(kind => kind.Value == LensPicture.MostLenses);
}
