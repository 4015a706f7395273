using Dashboard.Data.Export;
using Dashboard.Domain;
using Dashboard.Domain.Sources;
using Dashboard.Index;
using Dashboard.Web.Explore;

namespace Dashboard.Web.Lens;

/// <summary>The account that a view is looked at through: that of an actor with everybody below it, or of a source.</summary>
public sealed class LensAccount
{
    private readonly IncidentIndex _index;

    private LensAccount(IncidentIndex index, LensKey key) => (_index, Key) = (index, key);

    public LensKey Key { get; }

    public string Name => Key.Label;

    /// <summary>The account of an actor or source of this id; null for none, and for an id that nobody has.</summary>
    public static LensAccount? Of(ExploredRevision revision, string? id) =>
        id is not null && revision.Index.FindLens(id) is { } key ? new LensAccount(revision.Index, key) : null;

    /// <summary>Whether a claim is part of this account.</summary>
    public bool Says(Claim claim) => _index.IsOf(Key, claim);

    /// <summary>The same, for who writes it into a file.</summary>
    public ExportLens ForExport() => new(Key.Id, Key.Kind == LensKind.Source ? null
        : _index.Lineage(Key.Id) is { } lineage ? Below(lineage.Actor).ToHashSet() : [Key.Id]);

    /// <summary>What the account says of an incident.</summary>
    /// <param name="claims">All claims about it.</param>
    public Telling Of(IEnumerable<Claim> claims) => new(claims.Where(Says).ToValueList());

    private static IEnumerable<string> Below(ActorCount actor) => actor.Children.SelectMany(Below).Prepend(actor.Id);
}
