using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Querying;
using Dashboard.Domain.Sources;

namespace Dashboard.Web.Explore;

/// <summary>What a question can ask of the incidents of one dataset.</summary>
internal sealed class DatasetFacts(Dataset dataset)
{
    private readonly Dictionary<string, Place> _places = dataset.Places.ToDictionary(place => place.Id);
    private readonly ILookup<string, Claim> _claims = dataset.Claims.ToLookup(claim => claim.IncidentId);

    public IncidentFacts Of(Incident incident, long number)
    {
        var places = incident.PlaceIds.Select(id => _places[id]).ToArray();
        var claims = _claims[incident.Id];
        return new IncidentFacts
        {
            Number = number,
            Dataset = dataset.Description.Slug,
            Slug = incident.Slug,
            Title = incident.Title,
            Kind = incident.Kind,
            IsLead = incident.IsLead,
            Occurrence = incident.Occurrence,
            DrawnPoints = [.. incident.Geometry?.DrawnPoints ?? []],
            IsPlaced = incident.IsPlaced,
            Precision = incident.Precision,
            Place = places.FirstOrDefault()?.Name,
            Countries = [.. places.Select(place => place.Country).OfType<string>().Distinct()],
            ActorIds = [.. incident.Involvements.Select(involvement => involvement.ActorId).Distinct()],
            SourceIds = [.. incident.Bases.Concat(claims.SelectMany(claim => claim.Evidence.Basis)).Select(basis => basis.SourceId)
                .Concat(claims.Select(claim => claim.SourceId)).OfType<string>().Distinct()],
            Statuses = [.. claims.Select(claim => claim.Status).Distinct()],
            Killed = incident.Killed.Toll,
            Injured = incident.Injured.Toll,
        };
    }
}
