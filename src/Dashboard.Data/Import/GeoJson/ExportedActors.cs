using Dashboard.Data.Export;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Import.GeoJson;

/// <summary>The actors that the head of an export told, for the features that name them.</summary>
internal sealed class ExportedActors(ExportHeader header)
{
    private readonly Dictionary<string, Dictionary<string, Actor>> _byDataset = header.Datasets
        .ToDictionary(dataset => dataset.Description.Slug, dataset => dataset.Actors.ToDictionary(actor => actor.Id));

    /// <exception cref="FeatureRefusedException">There is no such dataset or actor in the file.</exception>
    public IReadOnlyList<Actor> Of(string dataset, Incident incident, ValueList<Claim> claims)
    {
        var actors = _byDataset.GetValueOrDefault(dataset)
            ?? throw new FeatureRefusedException("dataset", dataset, "the head of the file names no such dataset");
        return [.. incident.Involvements.Select(involvement => involvement.ActorId)
            .Concat(claims.Select(claim => claim.Claimant.ActorId).OfType<string>())
            .Distinct()
            .Select(id => actors.GetValueOrDefault(id) ?? throw new FeatureRefusedException("actors", id, "the head of the file names no such actor"))];
    }
}
