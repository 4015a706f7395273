using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Actors;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Documents;

/// <summary>An involvement is <c>[actor, role, qualifier, evidence]</c>; what is unknown or the incident's is left out at the end.</summary>
internal static class InvolvementJson
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> property, ValueList<Involvement> involvements, Evidence ofIncident)
    {
        if (involvements.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (var involvement in involvements.AsSpan())
        {
            Write(json, involvement, ofIncident);
        }

        json.WriteEndArray();
    }

    public static ValueList<Involvement> Read(ref DocumentReader document, ReadOnlySpan<byte> property, Evidence ofIncident)
    {
        if (!document.Has(property))
        {
            return [];
        }

        List<Involvement> involvements = [];
        document.Open();
        while (!document.TryClose())
        {
            involvements.Add(Read(ref document, ofIncident));
        }

        return involvements.ToValueList();
    }

    /// <param name="ids">The actors' ids.</param>
    /// <returns>The actors, each once.</returns>
    public static List<string> ReadFacts(ref DocumentReader document, ReadOnlySpan<byte> property, RepeatedValues<string> ids, SourceIds sources)
    {
        List<string> actors = [];
        if (!document.Has(property))
        {
            return actors;
        }

        document.Open();
        while (!document.TryClose())
        {
            document.Open();
            var actor = document.Text(ids);
            if (!actors.Contains(actor))
            {
                actors.Add(actor);
            }

            document.Skip();
            if (!document.TryClose())
            {
                document.Skip();
                if (!document.TryClose())
                {
                    EvidenceJson.ReadSources(ref document, sources);
                    document.Close();
                }
            }
        }

        return actors;
    }

    /// <summary>The roles of some of the actors; who has two has both.</summary>
    public static List<ActorRole> ReadRoles(ref DocumentReader document, ReadOnlySpan<byte> property, long number, IReadOnlySet<string> actorIds)
    {
        List<ActorRole> roles = [];
        if (!document.Has(property))
        {
            return roles;
        }

        document.Open();
        while (!document.TryClose())
        {
            document.Open();
            var (actor, role) = (document.Text(), document.Text());
            string? qualifier = null;
            if (!document.TryClose())
            {
                qualifier = document.TextOrNull();
                if (!document.TryClose())
                {
                    document.Skip();
                    document.Close();
                }
            }

            if (actorIds.Contains(actor))
            {
                roles.Add(new ActorRole(number, actor, role, qualifier));
            }
        }

        return roles;
    }

    private static void Write(Utf8JsonWriter json, Involvement involvement, Evidence ofIncident)
    {
        var isCommon = EvidenceJson.Same(involvement.Evidence, ofIncident);
        json.WriteStartArray();
        json.WriteStringValue(involvement.ActorId);
        json.WriteStringValue(involvement.Role);
        if (involvement.Qualifier is not null || !isCommon)
        {
            json.WriteStringValue(involvement.Qualifier);
        }

        if (!isCommon)
        {
            EvidenceJson.Write(json, involvement.Evidence);
        }

        json.WriteEndArray();
    }

    private static Involvement Read(ref DocumentReader document, Evidence ofIncident)
    {
        document.Open();
        var (actor, role) = (document.Text(), document.Text());
        if (document.TryClose())
        {
            return new Involvement(actor, role, null, ofIncident);
        }

        var qualifier = document.TextOrNull();
        if (document.TryClose())
        {
            return new Involvement(actor, role, qualifier, ofIncident);
        }

        var evidence = EvidenceJson.Read(ref document);
        document.Close();
        return new Involvement(actor, role, qualifier, evidence);
    }
}
