using Dapper;
using Dashboard.Data.Documents;
using Dashboard.Domain.Actors;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Questions;

/// <summary>The chain of action and response that an incident stands in, walked from it in both directions, the nearest first.</summary>
internal sealed class ReadChain
{
    private const string Sql = "SELECT number, dataset FROM incident WHERE slug = @Slug AND to_revision IS NULL";

    private readonly ReadRelations _relations;
    private readonly Dictionary<long, StoredIncident> _steps = [];
    private readonly Dictionary<string, JoinedRelation> _answers = [];
    private bool _isCut;

    private ReadChain(SqliteConnection connection, ColumnNames columns) => _relations = new ReadRelations(connection, columns);

    public static IncidentChain? Ask(SqliteConnection connection, string slug, ColumnNames columns)
    {
        if (connection.QuerySingleOrDefault<Row>(Sql, new { Slug = slug }) is not { } found)
        {
            return null;
        }

        var reading = new ReadChain(connection, columns);
        var selected = ReadIncidents.InOrder(connection, [found.Number], columns).Single();
        reading.Walk(selected);
        var all = reading._relations.Of([found.Number], IncidentChain.MostOthers);
        return new IncidentChain
        {
            Selected = selected,
            Steps = [.. reading._steps.Values.OrderBy(step => step.Incident.Occurrence?.Start ?? DateTimeOffset.MaxValue).ThenBy(step => step.Number)],
            Answers = [.. reading._answers.Values],
            Others = [.. all.Where(relation => !reading._answers.ContainsKey(relation.Relation.Id))],
            Actors = ActorsOf(connection, found.Dataset, reading._steps.Values),
            IsCut = reading._isCut || all.Count == IncidentChain.MostOthers,
        };
    }

    private void Walk(StoredIncident selected)
    {
        _steps[selected.Number] = selected;
        for (IReadOnlyCollection<long> edge = [selected.Number]; edge.Count > 0;)
        {
            var found = _relations.StepsOf(edge, IncidentChain.MostOthers);
            _isCut |= found.Count == IncidentChain.MostOthers;
            HashSet<long> next = [];
            foreach (var relation in found.Where(relation => relation.IsStep))
            {
                if (Take(relation.From, next) && Take(relation.To, next))
                {
                    _answers[relation.Relation.Id] = relation;
                }
            }

            edge = next;
        }
    }

    /// <summary>False where there is no room for it.</summary>
    private bool Take(StoredIncident incident, HashSet<long> next)
    {
        if (_steps.ContainsKey(incident.Number))
        {
            return true;
        }

        if (_steps.Count == IncidentChain.MostSteps)
        {
            _isCut = true;
            return false;
        }

        _steps[incident.Number] = incident;
        next.Add(incident.Number);
        return true;
    }

    private static List<Actor> ActorsOf(SqliteConnection connection, long dataset, IEnumerable<StoredIncident> steps)
    {
        Dictionary<string, Actor> actors = [];
        var wanted = steps.SelectMany(step => step.Incident.Involvements).Select(involvement => involvement.ActorId).Distinct().ToList();
        while (wanted.Count > 0)
        {
            foreach (var actor in ReadParts.Ask<Actor>(connection, dataset, PartNature.Actor, wanted))
            {
                actors[actor.Id] = actor;
            }

            wanted = [.. actors.Values.Select(actor => actor.ParentId).OfType<string>().Where(parent => !actors.ContainsKey(parent)).Distinct().Except(wanted)];
        }

        return [.. actors.Values];
    }

    private sealed record Row
    {
        public required long Number { get; init; }

        public required long Dataset { get; init; }
    }
}
