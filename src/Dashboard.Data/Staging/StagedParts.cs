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

    private const string Insert = "INSERT OR IGNORE INTO part (dataset, nature, id, is_whole, document) VALUES (?, ?, ?, 0, ?)";

    private const string InsertWhole = "INSERT OR REPLACE INTO part (dataset, nature, id, is_whole, document) VALUES (?, ?, ?, 1, ?)";

    private readonly RawStatement _insert = new(connection, Insert);
    private readonly RawStatement _insertWhole = new(connection, InsertWhole);
    private readonly Dictionary<(int Dataset, string Id), string> _actors = [];
    private readonly Dictionary<(int Dataset, string Id), string> _places = [];
    private readonly HashSet<(int Dataset, string Id)> _sources = [];

    /// <returns>Its names in the spelling of the text index.</returns>
    public string Add(int dataset, Actor actor)
    {
        if (!_actors.TryGetValue((dataset, actor.Id), out var names))
        {
            Write(_insert, dataset, "actor", actor.Id, actor);
            names = Remember(_actors, (dataset, actor.Id), IncidentText.Names(actor));
        }

        return names;
    }

    /// <inheritdoc cref="Add(int, Actor)"/>
    public string Add(int dataset, Place place)
    {
        if (!_places.TryGetValue((dataset, place.Id), out var names))
        {
            Write(_insert, dataset, "place", place.Id, place);
            names = Remember(_places, (dataset, place.Id), IncidentText.Names(place));
        }

        return names;
    }

    public void Add(int dataset, Source source)
    {
        if (_sources.Count >= MostRemembered)
        {
            _sources.Clear();
        }

        if (_sources.Add((dataset, source.Id)))
        {
            Write(_insert, dataset, "source", source.Id, source);
        }
    }

    /// <summary>Parts that stand for themselves, in their order.</summary>
    public void AddWhole(int dataset, Dataset whole)
    {
        foreach (var actor in whole.Actors)
        {
            Write(_insertWhole, dataset, "actor", actor.Id, actor);
            Remember(_actors, (dataset, actor.Id), IncidentText.Names(actor));
        }

        foreach (var place in whole.Places)
        {
            Write(_insertWhole, dataset, "place", place.Id, place);
            Remember(_places, (dataset, place.Id), IncidentText.Names(place));
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

    private static string Remember(Dictionary<(int, string), string> parts, (int, string) key, string names)
    {
        if (parts.Count >= MostRemembered)
        {
            parts.Clear();
        }

        return parts[key] = names;
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
}
