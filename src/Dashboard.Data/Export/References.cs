using Dashboard.Data.Documents;

namespace Dashboard.Data.Export;

/// <summary>
/// What an incident and its claims refer to, each once, in the order in which it is met; what its dataset does not know is
/// left out. One incident after the other: reading the next forgets the one before.
/// </summary>
/// <param name="isThroughPlaces">True to go on to the sources that the places rest on.</param>
internal sealed class References(bool isThroughPlaces)
{
    private readonly Distinct<ExportedActor> _actors = new();
    private readonly Distinct<ExportedPlace> _places = new();
    private readonly Distinct<ExportedSource> _sources = new();
    private DatasetParts? _dataset;

    public IReadOnlyList<ExportedActor> Actors => _actors.Items;

    /// <summary>Those that the incident names itself, then those that only its shape names.</summary>
    public IReadOnlyList<ExportedPlace> Places => _places.Items;

    /// <summary>How many of the places the incident names itself.</summary>
    public int NamedPlaces { get; private set; }

    public IReadOnlyList<ExportedSource> Sources => _sources.Items;

    public void Read(DatasetParts dataset, in CutDocument document)
    {
        _dataset = dataset;
        _actors.Clear();
        _places.Clear();
        _sources.Clear();
        AddEvidence(document.Evidence);
        AddEvidence(document.TimeEvidence);
        AddEvidence(document.ShapeEvidence);
        AddToll(document.Killed);
        AddToll(document.Injured);
        AddPlaces(document.Places);
        AddInvolved(document.Involved);
        AddWeapons(document.Weapons);
        AddShape(document.Shape);
        AddClaims(document.Claims);
    }

    private void AddEvidence(ReadOnlySpan<byte> json)
    {
        if (!json.IsEmpty)
        {
            var evidence = DocumentReader.InList(json);
            evidence.Skip();
            AddBasis(evidence);
        }
    }

    /// <param name="list">The rest of it is the basis.</param>
    private void AddBasis(DocumentReader list)
    {
        while (!list.TryClose())
        {
            AddSource(list.Cut());
        }
    }

    private void AddToll(ReadOnlySpan<byte> json)
    {
        if (!json.IsEmpty)
        {
            var toll = DocumentReader.InList(json);
            toll.Skip();
            toll.Skip();
            toll.Skip();
            AddEvidenceAfterNote(ref toll);
        }
    }

    /// <summary>The end of a list: nothing, or a note, or a note and evidence.</summary>
    private void AddEvidenceAfterNote(ref DocumentReader list)
    {
        if (list.TryClose())
        {
            return;
        }

        list.Skip();
        if (!list.TryClose())
        {
            AddEvidence(list.Cut());
            list.Close();
        }
    }

    private void AddPlaces(ReadOnlySpan<byte> json)
    {
        for (var places = DocumentReader.InList(json); !places.TryClose();)
        {
            AddPlace(places.Cut());
        }

        NamedPlaces = Places.Count;
    }

    private void AddInvolved(ReadOnlySpan<byte> json)
    {
        for (var involved = DocumentReader.InList(json); !involved.TryClose();)
        {
            involved.Open();
            AddActor(involved.Cut());
            involved.Skip();
            AddEvidenceAfterNote(ref involved);
        }
    }

    private void AddWeapons(ReadOnlySpan<byte> json)
    {
        for (var weapons = DocumentReader.InList(json); !weapons.TryClose();)
        {
            var weapon = DocumentReader.InList(weapons.Cut());
            weapon.Skip();
            weapon.Skip();
            AddBasis(weapon);
        }
    }

    private void AddShape(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return;
        }

        var shape = new CutShape(json);
        while (shape.Next(out var point))
        {
            AddPlace(point.Place);
            if (point.IsStop)
            {
                AddBasis(point.Basis);
            }
        }
    }

    private void AddClaims(ReadOnlySpan<byte> json)
    {
        for (var claims = DocumentReader.InList(json); !claims.TryClose();)
        {
            var claim = new CutClaim(ref claims);
            AddActor(claim.ClaimantId);
            AddSource(claim.Source);
            AddEvidence(claim.Evidence);
        }
    }

    private void AddActor(ReadOnlySpan<byte> id)
    {
        if (_dataset!.Actors.Find(id) is { } actor)
        {
            _actors.Add(actor);
        }
    }

    private void AddSource(ReadOnlySpan<byte> id)
    {
        if (_dataset!.Sources.Find(id) is { } source)
        {
            _sources.Add(source);
        }
    }

    private void AddPlace(ReadOnlySpan<byte> id)
    {
        if (_dataset!.Places.Find(id) is { } place && _places.Add(place) && isThroughPlaces)
        {
            foreach (var source in place.Sources)
            {
                _sources.Add(source);
            }
        }
    }
}
