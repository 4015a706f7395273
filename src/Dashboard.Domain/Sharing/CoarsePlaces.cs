using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Domain.Sharing;

/// <summary>What places are called where their names are withheld: by their province, or else their country, and nothing finer.</summary>
internal sealed class CoarsePlaces
{
    /// <summary>What is no finer than a province has its own name.</summary>
    private static readonly string[] _coarse = ["country", "admin1", "province", "governorate", "region", "territory"];

    private readonly Dictionary<string, Place> _byId = [];

    /// <param name="places">Of one dataset.</param>
    public CoarsePlaces(IEnumerable<Place> places, Pseudonyms names)
    {
        foreach (var place in places)
        {
            _byId[place.Id] = Coarse(place, names);
        }
    }

    /// <summary>Each once.</summary>
    public IEnumerable<Place> All => _byId.Values.DistinctBy(place => place.Id);

    /// <summary>The id of the place that stands for another; null for one that nobody knows.</summary>
    public string? IdOf(string? id) => id is not null && _byId.TryGetValue(id, out var place) ? place.Id : null;

    private static Place Coarse(Place place, Pseudonyms names)
    {
        var isCoarse = _coarse.Contains(place.Nature);
        var province = isCoarse && place.Nature != "country" ? place.Name : place.Province;
        var country = place.Country is { } code ? Countries.Name(code) : null;
        var name = !string.IsNullOrWhiteSpace(province) ? province : country ?? (isCoarse ? place.Name : "Place withheld");
        return new Place
        {
            Id = names.Of("place", $"{place.Country}\n{name}"),
            Name = name,
            Nature = string.IsNullOrWhiteSpace(province) ? "country" : "province",
            Country = place.Country,
            Province = string.IsNullOrWhiteSpace(province) ? null : province,
            Point = null,
            Precision = null,
            Aliases = [],
            Evidence = new Evidence([], null),
        };
    }
}
