using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Data.Engines;
using Dashboard.Data.Questions;
using Dashboard.Data.Staging;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

/// <summary>
/// The change that a staged import makes: one revision, copied from the staging file in sets. The connection is the store's
/// writer, with the staging file attached as <c>staged</c>, in a transaction.
/// </summary>
/// <param name="Path">Of the staging file.</param>
/// <param name="What">What the revision is called.</param>
/// <param name="Difference">What a person has seen; the change is made to this revision of the store and to no other.</param>
internal sealed record CommitStaged(string Path, string What, string? Who, Difference Difference, ColumnNames Columns, CancellationToken Stop)
{
    /// <summary>The name under which the change finds the staging file.</summary>
    public const string Attached = "staged";

    private const string LastNumber = "SELECT coalesce(max(number), 0) FROM incident";

    private const string AddDatasets = """
        INSERT INTO dataset (slug)
        SELECT slug FROM staged.dataset
        WHERE description IS NOT NULL AND slug NOT IN (SELECT slug FROM main.dataset)
        ORDER BY number
        """;

    private const string AddColumnNames = "INSERT OR IGNORE INTO column_names (number, names) VALUES (@Number, @Names)";

    private const string CloseChanged = """
        UPDATE incident SET to_revision = @Revision
        WHERE number IN (SELECT number FROM staged.known WHERE is_changed)
        """;

    /// <summary>What the revision brings: rows that the store has not, and those that differ there.</summary>
    private const string Brought = """
        CROSS JOIN staged.dataset s ON s.number = r.dataset
        CROSS JOIN main.dataset d ON d.slug = s.slug
        WHERE NOT EXISTS (SELECT 1 FROM staged.known k WHERE k.position = r.position AND NOT k.is_changed)
        ORDER BY r.position
        """;

    private const string AddIncidents = $"""
        INSERT INTO incident (number, dataset, id, slug, from_revision, is_lead, fingerprint, title, start_ms, latitude, longitude, document)
        SELECT @Last + r.position, d.number, r.id, r.slug, @Revision, r.is_lead, r.fingerprint, b.title, r.start_ms, r.latitude, r.longitude, b.document
        FROM staged.incident r CROSS JOIN staged.body b ON b.position = r.position
        {Brought}
        """;

    private const string AddText = $"""
        INSERT INTO incident_text (rowid, prose, names)
        SELECT @Last + r.position, w.prose, w.names
        FROM staged.incident r CROSS JOIN staged.words w ON w.position = r.position
        {Brought}
        """;

    /// <summary>A part that stands for itself and differs from the one that holds.</summary>
    private const string CloseReplacedParts = """
        UPDATE part SET to_revision = @Revision
        WHERE number IN (
          SELECT p.number
          FROM staged.part w
          CROSS JOIN staged.dataset s ON s.number = w.dataset
          CROSS JOIN main.dataset d ON d.slug = s.slug
          CROSS JOIN main.part p ON p.dataset = d.number AND p.nature = w.nature AND p.id = w.id AND p.to_revision IS NULL
          WHERE w.is_whole AND p.document <> w.document)
        """;

    private const string AddParts = """
        INSERT INTO part (dataset, nature, id, from_revision, document)
        SELECT d.number, w.nature, w.id, @Revision, w.document
        FROM staged.part w
        CROSS JOIN staged.dataset s ON s.number = w.dataset
        CROSS JOIN main.dataset d ON d.slug = s.slug
        WHERE NOT EXISTS (
          SELECT 1 FROM main.part p
          WHERE p.dataset = d.number AND p.nature = w.nature AND p.id = w.id AND p.to_revision IS NULL)
        ORDER BY w.number
        """;

    private const string CloseReplacedDescriptions = """
        UPDATE part SET to_revision = @Revision
        WHERE number IN (
          SELECT p.number
          FROM staged.dataset s
          CROSS JOIN main.dataset d ON d.slug = s.slug
          CROSS JOIN main.part p ON p.dataset = d.number AND p.nature = 'description' AND p.to_revision IS NULL
          WHERE p.document <> s.description)
        """;

    private const string AddDescriptions = """
        INSERT INTO part (dataset, nature, id, from_revision, document)
        SELECT d.number, 'description', s.slug, @Revision, s.description
        FROM staged.dataset s
        CROSS JOIN main.dataset d ON d.slug = s.slug
        WHERE s.description IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM main.part p WHERE p.dataset = d.number AND p.nature = 'description' AND p.to_revision IS NULL)
        ORDER BY s.number
        """;

    /// <summary>From here on it is quicker to make the indexes anew than to keep them while rows come in.</summary>
    private const int ManyRows = 20_000;

    /// <summary>The indexes in which the rows of a new revision lie scattered; the others have none of them, or have them in the order in which they come.</summary>
    public static IReadOnlyList<string> Scattered { get; } = ["incident_that_holds", "incident_by_slug", "incident_by_start"];

    /// <returns>Null when another revision came before this one.</returns>
    public CommittedImport? Run(SqliteConnection connection, DateTimeOffset now)
    {
        if (ReadRevision.Ask(connection).Id != Difference.Revision)
        {
            return null;
        }

        using var interruption = new Interruption(connection, Stop);
        var revision = NewRevision.Begin(connection, now, What, Who);
        connection.Execute(AddDatasets);
        connection.Execute(AddColumnNames, Columns.All.Select(list => new { list.Number, list.Names }));
        var hasChanged = CopyIncidents(connection, revision) | CopyParts(connection, revision);
        if (!hasChanged)
        {
            NewRevision.Withdraw(connection, revision);
        }
        else
        {
            NewRevision.Finish(connection, new CommittedRevision(revision, Difference.Added, Difference.Changed, Removed: 0));
        }

        return new CommittedImport(hasChanged ? revision : Difference.Revision, Difference.Added, Difference.Changed, Difference.Unchanged, Difference.Refused);
    }

    private bool CopyIncidents(SqliteConnection connection, long revision)
    {
        var place = new { Revision = revision, Last = connection.ExecuteScalar<long>(LastNumber) };
        connection.Execute(CloseChanged, place);
        var isMost = Difference.Added > Math.Max(place.Last, ManyRows);
        var brought = isMost ? IndexesApart.Run(connection, Scattered, () => connection.Execute(AddIncidents, place)) : connection.Execute(AddIncidents, place);
        if (brought > 0)
        {
            GatheredWords.Run(connection, () => connection.Execute(AddText, place));
        }

        return brought > 0;
    }

    private static bool CopyParts(SqliteConnection connection, long revision)
    {
        var place = new { Revision = revision };
        connection.Execute(CloseReplacedDescriptions, place);
        connection.Execute(CloseReplacedParts, place);
        return connection.Execute(AddDescriptions, place) + connection.Execute(AddParts, place) > 0;
    }
}
