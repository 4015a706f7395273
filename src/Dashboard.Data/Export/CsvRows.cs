using System.Text;
using Dashboard.Data.Documents;

namespace Dashboard.Data.Export;

/// <summary>An incident as one line of a table: what fits into one, in the words of the other export. What is unknown is empty.</summary>
/// <param name="telling">What a lens says of it, in columns after the others; null for none.</param>
internal sealed class CsvRows(CsvLines lines, TellingOfLens? telling)
{
    private static readonly string[] _columns =
    [
        "slug", "dataset", "kind", "title", "start", "end", "time_precision", "latitude", "longitude", "geo_precision_m", "country", "province", "place",
        "killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high", "actors", "sources", "claims", "summary", "address", "lead",
    ];

    private readonly OutputBytes _cell = new(1024);
    private readonly Distinct<string> _words = new();

    /// <summary>What its places rest on does not carry the incident.</summary>
    private readonly References _references = new(isThroughPlaces: false);

    public void WriteHeader()
    {
        foreach (var column in telling is null ? _columns : [.. _columns, .. TellingOfLens.Names])
        {
            lines.Text(Encoding.UTF8.GetBytes(column));
        }

        lines.End();
    }

    public void Write(DatasetParts dataset, in CutDocument document)
    {
        _references.Read(dataset, document);
        lines.Json(document.Slug);
        lines.Json(dataset.Slug);
        lines.Json(document.Kind);
        lines.Json(document.Title);
        WriteTime(document.Time);
        WritePoint(document);
        WritePlaces(place => place.Place.Country);
        WritePlaces(place => place.Place.Province);
        WritePlaces(place => place.Place.Name);
        WriteToll(document.Killed);
        WriteToll(document.Injured);
        WriteActors(dataset, document.Involved);
        WriteSources();
        WriteClaims(document.Claims);
        lines.Json(document.Summary);
        WriteAddress(document.Slug);
        lines.Text(document.IsLead ? "true"u8 : default);
        WriteTelling(document);
        lines.End();
    }

    private void WriteTime(ReadOnlySpan<byte> cut)
    {
        if (cut.IsEmpty)
        {
            lines.Instant(null);
            lines.Instant(null);
            lines.Text(default);
            return;
        }

        var time = new DocumentReader(cut);
        var occurrence = OccurrenceJson.Read(ref time);
        lines.Instant(occurrence.Start);
        lines.Instant(occurrence.End);
        lines.Text(EnumWord.Written(occurrence.Precision).EncodedUtf8Bytes);
    }

    /// <summary>The first point of the shape, with no more digits than are true.</summary>
    private void WritePoint(in CutDocument document)
    {
        CutPoint first = default;
        if (!document.Shape.IsEmpty)
        {
            var shape = new CutShape(document.Shape);
            shape.Next(out first);
        }

        var metres = JsonText.IsSaid(document.Precision) ? document.Precision : first.Metres;
        var digits = AllowedDigits.Of(metres);
        lines.Number(Number(first.Latitude) is { } north ? Math.Round(north, digits) : null);
        lines.Number(Number(first.Longitude) is { } east ? Math.Round(east, digits) : null);
        lines.Number(Number(metres));
    }

    private static double? Number(ReadOnlySpan<byte> json) => JsonText.IsSaid(json) ? new DocumentReader(json).Number() : null;

    /// <summary>The words for the incident's places, each once.</summary>
    private void WritePlaces(Func<ExportedPlace, string?> wordOf)
    {
        for (var index = 0; index < _references.NamedPlaces; index++)
        {
            AddWord(wordOf(_references.Places[index]));
        }

        EndWords();
    }

    private void WriteToll(ReadOnlySpan<byte> cut)
    {
        var toll = DocumentReader.InList(cut.IsEmpty ? "[null,null,null]"u8 : cut);
        lines.JsonNumber(toll.Cut());
        lines.JsonNumber(toll.Cut());
        lines.JsonNumber(toll.Cut());
    }

    private void WriteActors(DatasetParts dataset, ReadOnlySpan<byte> cut)
    {
        for (var involved = DocumentReader.InList(cut); !involved.TryClose();)
        {
            var involvement = DocumentReader.InList(involved.Cut());
            var id = involvement.Cut();
            BeginItem();
            _cell.AddUnescaped(dataset.Actors.Find(id) is { } actor ? actor.Name : id);
            _cell.Add(" ("u8);
            _cell.AddUnescaped(involvement.Cut());
            if (!involvement.TryClose() && involvement.Cut() is [(byte)'"', ..] qualifier)
            {
                _cell.Add(", "u8);
                _cell.AddUnescaped(qualifier);
            }

            _cell.Add(")"u8);
        }

        EndCell();
    }

    private void WriteSources()
    {
        foreach (var source in _references.Sources)
        {
            AddWord(source.Source.Publisher);
        }

        EndWords();
    }

    private void WriteClaims(ReadOnlySpan<byte> cut)
    {
        for (var claims = DocumentReader.InList(cut); !claims.TryClose();)
        {
            var claim = new CutClaim(ref claims);
            BeginItem();
            _cell.AddUnescaped(claim.Claimant);
            _cell.Add(": "u8);
            _cell.AddUnescaped(claim.Value);
            _cell.Add(" ("u8);
            _cell.AddUnescaped(claim.Status);
            _cell.Add(")"u8);
        }

        EndCell();
    }

    private void WriteAddress(ReadOnlySpan<byte> slug)
    {
        IncidentAddress.AddTo(_cell, slug);
        EndCell();
    }

    private void WriteTelling(in CutDocument document)
    {
        if (telling is null)
        {
            return;
        }

        telling.Read(document);
        lines.Text(Encoding.UTF8.GetBytes(telling.Lens));
        lines.Text(telling.IsMentioned ? "true"u8 : "false"u8);
        lines.Number(telling.Killed?.Low);
        lines.Number(TellingOfLens.HighOf(telling.Killed));
        lines.Number(telling.Injured?.Low);
        lines.Number(TellingOfLens.HighOf(telling.Injured));
    }

    /// <summary>Adds a word to the list in a cell, unless it is there.</summary>
    private void AddWord(string? word)
    {
        if (word is not null && _words.Add(word))
        {
            BeginItem();
            _cell.Add(word);
        }
    }

    private void EndWords()
    {
        _words.Clear();
        EndCell();
    }

    private void BeginItem() => _cell.Add(_cell.Count == 0 ? ""u8 : "; "u8);

    private void EndCell()
    {
        lines.Text(_cell.Span);
        _cell.Clear();
    }
}
