using System.Reflection;
using Dapper;
using Dashboard.Data.Engines;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Schema;

/// <summary>The numbered scripts that make the schema: <c>0001-….sql</c> and on, each applied once, in order. A script that was released never changes.</summary>
internal static class SchemaScripts
{
    private static readonly IReadOnlyList<string> _scripts = ReadAll();

    /// <summary>The version of a file to which every script was applied.</summary>
    public static int Newest => _scripts.Count;

    /// <summary>Brings the file to the newest version, one transaction for each script.</summary>
    public static void Apply(SqliteConnection connection)
    {
        for (var version = connection.ExecuteScalar<int>("PRAGMA user_version") + 1; version <= Newest; version++)
        {
            // A pragma takes no parameters; both numbers are our own.
            var script = $"{_scripts[version - 1]}; PRAGMA application_id = {Inspection.ApplicationId}; PRAGMA user_version = {version}";
            Transaction.Write(connection, writer => writer.Execute(script));
        }
    }

    private static string[] ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
