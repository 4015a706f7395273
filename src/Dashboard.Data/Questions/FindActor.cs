using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Sources;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>One actor as each dataset describes it that has it, with those it is tied to.</summary>
internal static class FindActor
{
    /// <summary>More than anybody reads on one page.</summary>
    private const int MostOthers = 500;

    /// <summary>Those whose description has the id as a text of its own; which of them mean it is told when they are read.</summary>
    private const string ThatNameIt = """
        SELECT document FROM part
        WHERE dataset = @Dataset AND nature = 'actor' AND id <> @Id AND to_revision IS NULL AND instr(document, @Quoted) > 0
        ORDER BY number
        LIMIT @Most
        """;

    /// <summary>Each parent that it had in a description that ended, with the last end.</summary>
    private const string ParentsBefore = """
        SELECT p.document ->> 'parentId' AS Id, max(r.committed_ms) AS Until
        FROM part p JOIN revision r ON r.id = p.to_revision
        WHERE p.dataset = @Dataset AND p.nature = 'actor' AND p.id = @Id AND p.to_revision IS NOT NULL
          AND p.document ->> 'parentId' IS NOT NULL AND p.document ->> 'parentId' IS NOT @Parent
        GROUP BY 1
        ORDER BY 2 DESC, 1
        """;

    public static ValueList<ActorRecord> Ask(SqliteConnection connection, string id) =>
        DescribedParts.Ask<Actor>(connection, PartNature.Actor, id).Select(found => Record(connection, found.Dataset, found.Part)).ToValueList();

    private static ActorRecord Record(SqliteConnection connection, long dataset, Actor actor)
    {
        var named = ReadParts.Ask<Actor>(connection, dataset, PartNature.Actor, actor.Affiliations.Append(actor.ParentId).OfType<string>());
        var naming = connection.Query<string>(ThatNameIt, new { Dataset = dataset, actor.Id, Quoted = DatasetJson.Of(actor.Id), Most = MostOthers })
            .Select(DatasetJson.Value<Actor>)
            .Where(other => other.ParentId == actor.Id || other.Affiliations.Contains(actor.Id));
        var others = named.Concat(naming).DistinctBy(other => other.Id).Where(other => other.Id != actor.Id).ToValueList();
        var sourceIds = others.Prepend(actor).SelectMany(one => one.Evidence.Basis).Select(basis => basis.SourceId).OfType<string>().Distinct();
        return new ActorRecord(
            ReadParts.Description(connection, dataset),
            actor,
            others,
            ReadParts.Ask<Source>(connection, dataset, PartNature.Source, sourceIds).ToValueList())
        {
            Former = Former(connection, dataset, actor),
        };
    }

    private static ValueList<FormerParent> Former(SqliteConnection connection, long dataset, Actor actor)
    {
        var former = connection.Query<FormerRow>(ParentsBefore, new { Dataset = dataset, actor.Id, Parent = actor.ParentId }).ToList();
        var names = former.Count == 0 ? [] : ReadNames.Ask(connection, dataset, PartNature.Actor, former.Select(row => row.Id));
        return former
            .Select(row => new FormerParent(row.Id, names.GetValueOrDefault(row.Id)?.Name ?? row.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.Until)))
            .ToValueList();
    }

    private sealed record FormerRow
    {
        public required string Id { get; init; }

        public required long Until { get; init; }
    }
}
