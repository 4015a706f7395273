using Dashboard.Data.Documents;
using Dashboard.Data.Engines;
using Dashboard.Data.Import;
using Dashboard.Data.Text;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>Writes the rows of a file one after the other, in the shape that the store will have them in.</summary>
/// <param name="withWords">True to gather the words that the rows are to be found by.</param>
internal sealed class StagedRows(SqliteConnection connection, StagedDatasets datasets, StagedParts parts, StagedRefusals refusals, bool withWords) : IDisposable
{
    private const string Insert = """
        INSERT OR IGNORE INTO incident (position, dataset, id, line, fingerprint, is_lead, start_ms, latitude, longitude, slug, is_odd)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string InsertBody = "INSERT INTO body (position, title, document) VALUES (?, ?, ?)";

    private const string InsertWords = "INSERT INTO words (position, prose, names) VALUES (?, ?, ?)";

    private const string FirstLine = "SELECT line FROM incident WHERE dataset = ? AND id = ?";

    private readonly RawStatement _insert = new(connection, Insert);
    private readonly RawStatement _insertBody = new(connection, InsertBody);
    private readonly RawStatement _insertWords = new(connection, InsertWords);
    private readonly RawStatement _firstLine = new(connection, FirstLine);
    private readonly IndexedWords _words = new();
    private long _position;

    /// <param name="document">Of the row.</param>
    public void Add(ImportedIncident row, ReadOnlySpan<byte> document)
    {
        var dataset = datasets[row.Dataset];
        _position++;
        if (!WriteIncident(dataset, row, document))
        {
            RefuseRepeated(dataset.Number, row);
            return;
        }

        KeepParts(dataset.Number, row);
        WriteBody(row.Incident, document);
        WriteWords();
        dataset.Cover(row.Incident.Occurrence);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _insertBody.Dispose();
        _insertWords.Dispose();
        _firstLine.Dispose();
    }

    /// <returns>False when the file has the id already.</returns>
    private bool WriteIncident(StagedDatasets.Staged dataset, ImportedIncident row, ReadOnlySpan<byte> document)
    {
        var incident = row.Incident;
        var point = incident.Geometry?.DrawnPoints.Select(point => ((double Latitude, double Longitude)?)(point.Latitude, point.Longitude)).FirstOrDefault();
        _insert.Bind(1, _position);
        _insert.Bind(2, dataset.Number);
        _insert.Bind(3, incident.Id);
        _insert.Bind(4, row.Line);
        _insert.Bind(5, IncidentDocument.Fingerprint(document));
        _insert.Bind(6, incident.IsLead ? 1 : 0);
        _insert.Bind(7, incident.Occurrence?.Start.ToUnixTimeMilliseconds());
        _insert.Bind(8, point?.Latitude);
        _insert.Bind(9, point?.Longitude);
        _insert.Bind(10, incident.Slug);
        _insert.Bind(11, IsOdd(dataset, incident) ? 1 : 0);
        return _insert.Run() == 1;
    }

    private void WriteBody(Incident incident, ReadOnlySpan<byte> document)
    {
        _insertBody.Bind(1, _position);
        _insertBody.Bind(2, incident.Title);
        _insertBody.Bind(3, document);
        _insertBody.Run();
    }

    private void WriteWords()
    {
        _insertWords.Bind(1, _position);
        _insertWords.Bind(2, _words.Prose);
        _insertWords.Bind(3, _words.Names);
        _insertWords.Run();
    }

    /// <summary>Keeps what the row refers to, and the words that it is found by.</summary>
    private void KeepParts(int dataset, ImportedIncident row)
    {
        _words.Clear();
        foreach (var place in row.Places)
        {
            AddNames(parts.Add(dataset, place));
        }

        foreach (var actor in row.Actors)
        {
            AddNames(parts.Add(dataset, actor));
        }

        foreach (var source in row.Sources)
        {
            parts.Add(dataset, source);
        }

        if (withWords)
        {
            AddProse(row);
        }
    }

    private void AddNames(string spelled)
    {
        if (withWords)
        {
            _words.AddNames(spelled);
        }
    }

    private void AddProse(ImportedIncident row)
    {
        _words.AddProse(row.Incident.Title);
        _words.AddProse(row.Incident.Summary);
        foreach (var attribute in row.Incident.Attributes)
        {
            _words.AddAttribute(attribute.Value);
        }
    }

    private void RefuseRepeated(int dataset, ImportedIncident row)
    {
        _firstLine.Bind(1, dataset);
        _firstLine.Bind(2, row.Incident.Id);
        _firstLine.Step();
        var first = _firstLine.Integer(0);
        _firstLine.Reset();
        refusals.Add(new Refusal(row.Line, "", row.Incident.Id, $"line {first} has the same id; an id can be there once, so give this row another or leave it out"));
    }

    /// <summary>In the first dataset, slugs made of its own and the id differ because ids do: nothing more has to be asked of them.</summary>
    private static bool IsOdd(StagedDatasets.Staged dataset, Incident incident)
    {
        var (slug, own, id) = (incident.Slug, dataset.Slug, incident.Id);
        return dataset.Number != 1 || slug.Length != own.Length + 1 + id.Length || slug[own.Length] != '-'
            || !slug.StartsWith(own, StringComparison.Ordinal) || !slug.EndsWith(id, StringComparison.Ordinal);
    }
}
