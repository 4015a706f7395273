using System.Text.Json;
using Dashboard.Data.Engines;
using Dashboard.Data.Json;
using Dashboard.Data.Text;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Staging;

/// <summary>What the rows of a file refer to, each once, however often it is met.</summary>
internal sealed class StagedParts(SqliteConnection connection) : IDisposable
{
    /// <summary>What was met lately is not written again; beyond this the file itself remembers.</summary>
    private const int MostRemembered = 50_000;

    private const int MostDatasetsRemembered = 8;

    private const string Insert = "INSERT OR IGNORE INTO part (dataset, nature, id, is_whole, document) VALUES (?, ?, ?, 0, ?)";

    private const string InsertWhole = "INSERT OR REPLACE INTO part (dataset, nature, id, is_whole, document) VALUES (?, ?, ?, 1, ?)";

    private readonly RawStatement _insert = new(connection, Insert);
    private readonly RawStatement _insertWhole = new(connection, InsertWhole);
    private readonly Dictionary<int, Met> _met = [];

    /// <returns>Its names in the spelling of the text index.</returns>
    public string Add(int dataset, Actor actor)
    {
        var actors = MetIn(dataset).Actors;
        if (!actors.TryGetValue(actor.Id, out var names))
        {
            Write(_insert, dataset, "actor", actor.Id, actor);
            names = Remember(actors, actor.Id, IncidentText.Names(actor));
        }

        return names;
    }

    /// <inheritdoc cref="Add(int, Actor)"/>
    public string Add(int dataset, Place place)
    {
        var places = MetIn(dataset).Places;
        if (!places.TryGetValue(place.Id, out var names))
        {
            Write(_insert, dataset, "place", place.Id, place);
            names = Remember(places, place.Id, IncidentText.Names(place));
        }

        return names;
    }

    public void Add(int dataset, Source source)
    {
        var sources = MetIn(dataset).Sources;
        if (!sources.ContainsKey(source.Id))
        {
            Write(_insert, dataset, "source", source.Id, source);
            Remember(sources, source.Id, "");
        }
    }

    /// <summary>Parts that stand for themselves, in their order.</summary>
    public void AddWhole(int dataset, Dataset whole)
    {
        foreach (var actor in whole.Actors)
        {
            Write(_insertWhole, dataset, "actor", actor.Id, actor);
            Remember(MetIn(dataset).Actors, actor.Id, IncidentText.Names(actor));
        }

        foreach (var place in whole.Places)
        {
            Write(_insertWhole, dataset, "place", place.Id, place);
            Remember(MetIn(dataset).Places, place.Id, IncidentText.Names(place));
        }

        WriteAll(dataset, "source", whole.Sources, source => source.Id);
        WriteAll(dataset, "relation", whole.Relations, relation => relation.Id);
        WriteAll(dataset, "conflict", whole.Conflicts, conflict => conflict.Id);
        WriteAll(dataset, "note", whole.Notes, note => note.Id);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _insertWhole.Dispose();
    }

    private static string Remember(Dictionary<string, string> parts, string id, string names)
    {
        if (parts.Count >= MostRemembered)
        {
            parts.Clear();
        }

        return parts[id] = names;
    }

    private Met MetIn(int dataset)
    {
        if (!_met.TryGetValue(dataset, out var met))
        {
            if (_met.Count >= MostDatasetsRemembered)
            {
                _met.Clear();
            }

            _met[dataset] = met = new Met();
        }

        return met;
    }

    private void WriteAll<T>(int dataset, string nature, ValueList<T> parts, Func<T, string> id)
    {
        foreach (var part in parts)
        {
            Write(_insertWhole, dataset, nature, id(part), part);
        }
    }

    private static void Write<T>(RawStatement insert, int dataset, string nature, string id, T part)
    {
        insert.Bind(1, dataset);
        insert.Bind(2, nature);
        insert.Bind(3, id);
        insert.Bind(4, JsonSerializer.SerializeToUtf8Bytes(part, DatasetJson.Compact));
        insert.Run();
    }

    /// <summary>The names of what was met lately in one dataset, by id.</summary>
    private sealed class Met
    {
        public Dictionary<string, string> Actors { get; } = [];

        public Dictionary<string, string> Places { get; } = [];

        public Dictionary<string, string> Sources { get; } = [];
    }
}
