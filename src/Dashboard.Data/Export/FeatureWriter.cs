using Dashboard.Data.Documents;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Export;

/// <summary>
/// Incidents as GeoJSON features that have everything: an incident, its claims, and the places and sources that it names,
/// whole. What rests on the same as the incident itself does not say so again. A document is JSON already: its values are
/// passed on as they lie there, in another order and under names that other programs understand.
/// </summary>
/// <param name="telling">What a lens says of an incident; null for none.</param>
internal sealed class FeatureWriter(OutputBytes to, ColumnNames columns, TellingOfLens? telling)
{
    private readonly JsonText _json = new(to);
    private readonly References _references = new(isThroughPlaces: true);
    private readonly AttributeNames _attributes = new(columns);
    private readonly OutputBytes _address = new(256);

    public void Write(DatasetParts dataset, in CutDocument document)
    {
        _references.Read(dataset, document);
        Occurrence? occurrence = null;
        if (!document.Time.IsEmpty)
        {
            var time = new DocumentReader(document.Time);
            occurrence = OccurrenceJson.Read(ref time);
        }

        _json.Begin();
        _json.Open('{');
        _json.Property("type"u8, "\"Feature\""u8);
        _json.Property("id"u8, document.Id);
        var isShortened = _json.Geometry(document.Shape, document.Precision);
        _json.Name("properties"u8);
        _json.Open('{');
        WriteWhatEveryProgramReads(dataset, document, occurrence);
        WriteTheRest(document, occurrence);
        if (isShortened)
        {
            _json.RecordedCoordinates(document.Shape);
        }

        WriteTelling(document);
        _json.Close('}');
        _json.Close('}');
    }

    private void WriteTelling(in CutDocument document)
    {
        if (telling is null)
        {
            return;
        }

        telling.Read(document);
        _json.Property("lens"u8, JsonText.Of(telling.Lens));
        _json.Property("mentioned"u8, telling.IsMentioned ? "true"u8 : "false"u8);
        _json.Figure("lens_killed_low"u8, telling.Killed?.Low);
        _json.Figure("lens_killed_high"u8, TellingOfLens.HighOf(telling.Killed));
        _json.Figure("lens_injured_low"u8, telling.Injured?.Low);
        _json.Figure("lens_injured_high"u8, TellingOfLens.HighOf(telling.Injured));
    }

    private void WriteWhatEveryProgramReads(DatasetParts dataset, in CutDocument document, Occurrence? occurrence)
    {
        _json.Property("slug"u8, document.Slug);
        _json.Property("dataset"u8, dataset.Slug);
        _json.Property("kind"u8, document.Kind);
        _json.Property("title"u8, document.Title);
        _json.Name("start"u8);
        _json.Instant(occurrence?.Start);
        _json.Name("end"u8);
        _json.Instant(occurrence?.End);
        _json.Name("time_precision"u8);
        if (occurrence is null)
        {
            _json.Value("null"u8);
        }
        else
        {
            _json.Text(EnumWord.Written(occurrence.Precision).EncodedUtf8Bytes);
        }

        _json.Property("geo_precision_m"u8, document.Precision.IsEmpty ? "null"u8 : document.Precision);
        _json.Name("toll"u8);
        _json.Open('{');
        _json.Toll("killed"u8, document.Killed);
        _json.Toll("injured"u8, document.Injured);
        _json.Close('}');
        WriteActors(dataset, document.Involved);
        _json.Claims(document.Claims);
        WriteSources();
        WriteAddress(document.Slug);
    }

    private void WriteActors(DatasetParts dataset, ReadOnlySpan<byte> cut)
    {
        _json.Name("actors"u8);
        _json.Open('[');
        for (var involved = DocumentReader.InList(cut); !involved.TryClose();)
        {
            involved.Open();
            var id = involved.Cut();
            _json.Open('{');
            _json.Property("id"u8, id);
            _json.Said("name"u8, dataset.Actors.Find(id) is { } actor ? actor.Name : default);
            _json.Property("role"u8, involved.Cut());
            if (!involved.TryClose())
            {
                _json.Said("qualifier"u8, involved.Cut());
                _json.EndingEvidence(ref involved);
            }

            _json.Close('}');
        }

        _json.Close(']');
    }

    private void WriteAddress(ReadOnlySpan<byte> slug)
    {
        _address.Clear();
        IncidentAddress.AddTo(_address, slug);
        _json.Name("address"u8);
        _json.Text(_address.Span);
    }

    private void WriteSources()
    {
        _json.Name("sources"u8);
        _json.Open('[');
        foreach (var source in _references.Sources)
        {
            _json.Value(source.Json);
        }

        _json.Close(']');
    }

    private void WriteTheRest(in CutDocument document, Occurrence? occurrence)
    {
        _json.Property("summary"u8, document.Summary.IsEmpty ? "\"\""u8 : document.Summary);
        _json.Evidence("evidence"u8, document.Evidence);
        _json.Said("upstream_id"u8, document.UpstreamId);
        if (document.IsLead)
        {
            _json.Property("lead"u8, "true"u8);
        }

        WriteTime(document, occurrence);
        WritePlaces("places"u8, 0, _references.NamedPlaces);
        if (_references.Places.Count > _references.NamedPlaces)
        {
            WritePlaces("places_of_geometry"u8, _references.NamedPlaces, _references.Places.Count);
        }

        _json.ShapeDetail(document);
        _json.Said("geometry_note"u8, document.ShapeNote);
        _json.Evidence("geometry_evidence"u8, document.ShapeEvidence);
        WriteWeapons(document.Weapons);
        _json.Said("targets"u8, document.Targets);
        _json.Said("caveats"u8, document.Caveats);
        _json.Said("tags"u8, document.Tags);
        _attributes.Write(_json, document.Attributes);
    }

    private void WriteTime(in CutDocument document, Occurrence? occurrence)
    {
        if (occurrence is not null)
        {
            if (occurrence.LocalOffset != TimeSpan.Zero)
            {
                _json.Name("local_offset_minutes"u8);
                _json.Number((int)occurrence.LocalOffset.TotalMinutes);
            }

            if (occurrence.Uncertainty is { } uncertainty)
            {
                _json.Name("uncertainty_seconds"u8);
                _json.Number((decimal)uncertainty.Ticks / TimeSpan.TicksPerSecond);
            }

            if (occurrence.IsOngoing)
            {
                _json.Property("ongoing"u8, "true"u8);
            }
        }

        _json.Said("time_note"u8, document.TimeNote);
        _json.Evidence("time_evidence"u8, document.TimeEvidence);
    }

    private void WritePlaces(ReadOnlySpan<byte> property, int first, int end)
    {
        _json.Name(property);
        _json.Open('[');
        for (var index = first; index < end; index++)
        {
            _json.Value(_references.Places[index].Json);
        }

        _json.Close(']');
    }

    private void WriteWeapons(ReadOnlySpan<byte> cut)
    {
        if (cut.IsEmpty)
        {
            return;
        }

        _json.Name("weapons"u8);
        _json.Open('[');
        for (var weapons = DocumentReader.InList(cut); !weapons.TryClose();)
        {
            var weapon = DocumentReader.InList(weapons.Cut());
            _json.Open('{');
            _json.Property("name"u8, weapon.Cut());
            _json.Property("role"u8, weapon.Cut());
            _json.Basis(weapon);
            _json.Close('}');
        }

        _json.Close(']');
    }
}
