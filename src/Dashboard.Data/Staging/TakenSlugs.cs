using System.Buffers;
using Dashboard.Data.Documents;
using Dashboard.Data.Engines;
using Dashboard.Data.Import;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>
/// Gives staged rows the slugs that they can have. An incident that is in the store keeps the one it has there, so that its
/// address stays; a new one whose slug somebody else has is told apart by its dataset's slug, then by its id.
/// </summary>
internal sealed class TakenSlugs : IDisposable
{
    private const string ThoseThatKeepTheirs = """
        SELECT r.position, i.slug
        FROM known k
        CROSS JOIN store.incident i ON i.number = k.number
        CROSS JOIN incident r ON r.position = k.position
        WHERE k.position > ?1 AND k.is_changed AND i.slug <> r.slug
        ORDER BY k.position
        """;

    private const string ThoseThatTheStoreHas = """
        SELECT r.position, ''
        FROM incident r
        WHERE r.position > ?1
          AND EXISTS (SELECT 1 FROM store.incident i INDEXED BY incident_by_slug WHERE i.slug = r.slug AND i.to_revision IS NULL)
          AND NOT EXISTS (SELECT 1 FROM known k WHERE k.position = r.position)
        ORDER BY r.position
        """;

    /// <summary>The first in the file has the slug; a row whose slug is its dataset's and its id comes before all.</summary>
    private const string ThoseThatTheFileHasTwice = """
        SELECT r.position, ''
        FROM incident r INDEXED BY incident_by_odd_slug
        WHERE r.is_odd AND r.position > ?1
          AND NOT EXISTS (SELECT 1 FROM known k WHERE k.position = r.position)
          AND (EXISTS (
              SELECT 1 FROM incident o INDEXED BY incident_by_odd_slug
              WHERE o.is_odd AND o.slug = r.slug AND o.position < r.position)
            OR EXISTS (
              SELECT 1 FROM dataset d CROSS JOIN incident o ON o.dataset = d.number AND o.id = substr(r.slug, length(d.slug) + 2)
              WHERE d.number = 1 AND NOT o.is_odd AND o.slug = r.slug))
        ORDER BY r.position
        """;

    private const string IsTaken = """
        SELECT EXISTS (SELECT 1 FROM store.incident i WHERE i.slug = ?1 AND i.to_revision IS NULL)
          OR EXISTS (SELECT 1 FROM incident o WHERE o.is_odd AND o.slug = ?1)
          OR EXISTS (
            SELECT 1 FROM dataset d CROSS JOIN incident o ON o.dataset = d.number AND o.id = substr(?1, length(d.slug) + 2)
            WHERE d.number = 1 AND NOT o.is_odd AND o.slug = ?1)
        """;

    private const string Read = """
        SELECT d.slug, b.document
        FROM incident r CROSS JOIN dataset d ON d.number = r.dataset CROSS JOIN body b ON b.position = r.position
        WHERE r.position = ?
        """;

    private const string Rename = "UPDATE incident SET slug = ?2, fingerprint = ?3, is_odd = 1 WHERE position = ?1";

    private const string Rewrite = "UPDATE body SET document = ?2 WHERE position = ?1";

    private const string Compare = """
        UPDATE known SET is_changed = (SELECT i.fingerprint FROM store.incident i WHERE i.number = known.number) <> ?2 WHERE position = ?1
        """;

    private readonly SqliteConnection _connection;
    private readonly ColumnNames _columns;
    private readonly RawStatement _isTaken;
    private readonly RawStatement _read;
    private readonly RawStatement _rename;
    private readonly RawStatement _rewrite;
    private readonly RawStatement _compare;
    private readonly ArrayBufferWriter<byte> _document = new(4096);

    private TakenSlugs(SqliteConnection connection, ColumnNames columns)
    {
        (_connection, _columns) = (connection, columns);
        _isTaken = new RawStatement(connection, IsTaken);
        _read = new RawStatement(connection, Read);
        _rename = new RawStatement(connection, Rename);
        _rewrite = new RawStatement(connection, Rewrite);
        _compare = new RawStatement(connection, Compare);
    }

    /// <param name="connection">The staging file's, compared, with the store attached.</param>
    public static void Resolve(SqliteConnection connection, ColumnNames columns)
    {
        using var slugs = new TakenSlugs(connection, columns);
        slugs.KeepStored();
        slugs.TellApart(ThoseThatTheStoreHas);
        slugs.TellApart(ThoseThatTheFileHasTwice);
    }

    public void Dispose()
    {
        _isTaken.Dispose();
        _read.Dispose();
        _rename.Dispose();
        _rewrite.Dispose();
        _compare.Dispose();
    }

    private void KeepStored() => ForEach(ThoseThatKeepTheirs, (position, slug) => Give(position, (_, _) => slug));

    private void TellApart(string those) => ForEach(those, (position, _) => Give(position, (dataset, incident) =>
    {
        var slug = $"{dataset}-{incident.Slug}";
        for (var attempt = incident.Id; Has(slug); attempt += "'")
        {
            slug = $"{dataset}-{incident.Slug}-{Slug.Hash(attempt)}";
        }

        return slug;
    }));

    /// <summary>First all, then one by one: what is being asked must not change under the question.</summary>
    private void ForEach(string those, Action<long, string> act)
    {
        const int MostAtOnce = 10_000;
        var found = new List<(long, string)>();
        var after = 0L;
        do
        {
            found.Clear();
            using (var statement = new RawStatement(_connection, those))
            {
                statement.Bind(1, after);
                while (found.Count < MostAtOnce && statement.Step())
                {
                    found.Add((statement.Integer(0), statement.Text(1)));
                }
            }

            foreach (var (position, slug) in found)
            {
                act(position, slug);
                after = position;
            }
        }
        while (found.Count == MostAtOnce);
    }

    private void Give(long position, Func<string, Incident, string> slug)
    {
        _read.Bind(1, position);
        _read.Step();
        var dataset = _read.Text(0);
        var (incident, claims) = IncidentDocument.Read(_read.Utf8(1), _columns);
        _read.Reset();
        var renamed = incident with { Slug = slug(dataset, incident) };
        _document.ResetWrittenCount();
        IncidentDocument.Write(_document, renamed, claims, _columns);
        var fingerprint = IncidentDocument.Fingerprint(_document.WrittenSpan);
        Change(_rename, position, renamed.Slug, fingerprint);
        _rewrite.Bind(1, position);
        _rewrite.Bind(2, _document.WrittenSpan);
        _rewrite.Run();
        _compare.Bind(1, position);
        _compare.Bind(2, fingerprint);
        _compare.Run();
    }

    private static void Change(RawStatement rename, long position, string slug, long fingerprint)
    {
        rename.Bind(1, position);
        rename.Bind(2, slug);
        rename.Bind(3, fingerprint);
        rename.Run();
    }

    private bool Has(string slug)
    {
        _isTaken.Bind(1, slug);
        _isTaken.Step();
        var has = _isTaken.Integer(0) != 0;
        _isTaken.Reset();
        return has;
    }
}
