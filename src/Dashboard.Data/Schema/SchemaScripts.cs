using System.Globalization;
using System.Reflection;
using Dapper;
using Dashboard.Data.Engines;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Schema;

/// <summary>
/// The numbered scripts that make the schema: <c>0003-….sql</c> and on, each applied once, in order. A script that was
/// released never changes.
/// </summary>
internal static class SchemaScripts
{
    private static readonly IReadOnlyList<(int Version, string Sql)> _scripts = [.. ReadAll().OrderBy(script => script.Version)];

    /// <summary>The version of a file to which every script was applied.</summary>
    public static int Newest => _scripts[^1].Version;

    /// <summary>Brings the file to the newest version, one transaction for each script.</summary>
    public static void Apply(SqliteConnection connection)
    {
        var present = connection.ExecuteScalar<int>("PRAGMA user_version");
        foreach (var (version, sql) in _scripts.Where(script => script.Version > present))
        {
            // A pragma takes no parameters; both numbers are our own.
            var script = $"{sql}; PRAGMA application_id = {Inspection.ApplicationId}; PRAGMA user_version = {version}";
            Transaction.Write(connection, writer => writer.Execute(script));
        }
    }

    private static IEnumerable<(int Version, string Sql)> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (Version(name), reader.ReadToEnd());
        }
    }

    /// <summary><c>….Schema.0003-revisions.sql</c> is 3.</summary>
    private static int Version(string resource)
    {
        var file = resource.Split('.')[^2];
        return int.Parse(file[..file.IndexOf('-', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }
}
