using System.Buffers;
using System.Text;
using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Questions;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>Adds incidents with their text one by one, within a transaction.</summary>
internal sealed class IncidentRows : IDisposable
{
    private const string InsertIncident = """
        INSERT INTO incident (dataset, id, slug, from_revision, is_lead, fingerprint, title, start_ms, latitude, longitude, document)
        VALUES (@Dataset, @Id, @Slug, @Revision, @IsLead, @Fingerprint, @Title, @Start, @Latitude, @Longitude, @Document)
        RETURNING number
        """;

    private const string InsertText = "INSERT INTO incident_text (rowid, prose, names) VALUES (@Number, @Prose, @Names)";

    private const string InsertColumns = "INSERT OR IGNORE INTO column_names (number, names) VALUES (@Number, @Names)";

    private readonly SqliteConnection _connection;
    private readonly long _dataset;
    private readonly long _revision;
    private readonly SqliteCommand _incident;
    private readonly SqliteCommand _text;
    private readonly ColumnNames _columns = new();
    private readonly ArrayBufferWriter<byte> _document = new();

    public IncidentRows(SqliteConnection connection, long dataset, long revision)
    {
        (_connection, _dataset, _revision) = (connection, dataset, revision);
        _incident = connection.CreateCommand();
        _incident.CommandText = InsertIncident;
        _text = connection.CreateCommand();
        _text.CommandText = InsertText;
        ReadColumnNames.Refresh(connection, _columns);
    }

    /// <param name="claims">Of this incident.</param>
    /// <param name="prose">What the text search finds it by; see <see cref="Text.IncidentText"/>.</param>
    /// <param name="names">The same for the names of its places and actors.</param>
    public void Add(Incident incident, IReadOnlyList<Claim> claims, string prose, string names)
    {
        _document.ResetWrittenCount();
        IncidentDocument.Write(_document, incident, claims, _columns);
        var point = incident.Geometry?.DrawnPoints.Select(point => (Domain.Places.GeoPoint?)point).FirstOrDefault();
        var number = (long)Run(_incident,
            ("@Dataset", _dataset), ("@Id", incident.Id), ("@Slug", incident.Slug), ("@Revision", _revision), ("@IsLead", incident.IsLead),
            ("@Fingerprint", IncidentDocument.Fingerprint(_document.WrittenSpan)), ("@Title", incident.Title),
            ("@Start", incident.Occurrence?.Start.ToUnixTimeMilliseconds()), ("@Latitude", point?.Latitude), ("@Longitude", point?.Longitude),
            ("@Document", Encoding.UTF8.GetString(_document.WrittenSpan)))!;
        Run(_text, ("@Number", number), ("@Prose", prose), ("@Names", names));
    }

    /// <summary>Writes the lists of columns that the incidents brought.</summary>
    public void Finish() => _connection.Execute(InsertColumns, _columns.All.Select(list => new { list.Number, list.Names }));

    public void Dispose()
    {
        _incident.Dispose();
        _text.Dispose();
    }

    /// <summary>The command is put together once; later runs only set its values.</summary>
    private static object? Run(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var value = values[index].Value ?? DBNull.Value;
            if (command.Parameters.Count == index)
            {
                command.Parameters.AddWithValue(values[index].Name, value);
            }
            else
            {
                command.Parameters[index].Value = value;
            }
        }

        return command.ExecuteScalar();
    }
}
