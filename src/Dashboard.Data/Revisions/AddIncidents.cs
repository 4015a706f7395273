using Dapper;
using Dashboard.Data.Json;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data.Revisions;

internal static class AddIncidents
{
    private const string Insert = """
        INSERT INTO incident (dataset, id, slug, position, title, kind, summary,
          start_ms, end_ms, local_offset_minutes, time_precision, uncertainty_ms, is_ongoing, occurrence_evidence, occurrence_note,
          geometry, precision_metres, geometry_evidence, geometry_note,
          killed_low, killed_best, killed_high, killed_note, killed_evidence,
          injured_low, injured_best, injured_high, injured_note, injured_evidence,
          targets, caveats, tags, evidence)
        VALUES (@Dataset, @Id, @Slug, @Position, @Title, @Kind, @Summary,
          @Start, @End, @LocalOffset, @TimePrecision, @Uncertainty, @IsOngoing, @OccurrenceEvidence, @OccurrenceNote,
          @Geometry, @Precision, @GeometryEvidence, @GeometryNote,
          @KilledLow, @KilledBest, @KilledHigh, @KilledNote, @KilledEvidence,
          @InjuredLow, @InjuredBest, @InjuredHigh, @InjuredNote, @InjuredEvidence,
          @Targets, @Caveats, @Tags, @Evidence)
        """;

    private const string InsertPlace = """
        INSERT INTO incident_place (dataset, incident, position, place)
        VALUES (@Dataset, @Incident, @Position, @Place)
        """;

    private const string InsertInvolvement = """
        INSERT INTO involvement (dataset, incident, position, actor, role, qualifier, evidence)
        VALUES (@Dataset, @Incident, @Position, @ActorId, @Role, @Qualifier, @Evidence)
        """;

    private const string InsertWeapon = """
        INSERT INTO weapon (dataset, incident, position, name, role, evidence)
        VALUES (@Dataset, @Incident, @Position, @Name, @Role, @Evidence)
        """;

    public static void Run(SqliteConnection connection, long dataset, ValueList<Incident> incidents, EvidenceLedger ledger)
    {
        connection.Execute(Insert, incidents.Select((incident, position) => Columns(dataset, incident, position, ledger)));
        connection.Execute(InsertPlace, incidents.SelectMany(incident => incident.PlaceIds.Select((place, position) => new
        {
            Dataset = dataset,
            Incident = incident.Id,
            Position = position,
            Place = place,
        })));
        connection.Execute(InsertInvolvement, incidents.SelectMany(incident => incident.Involvements.Select((involvement, position) => new
        {
            Dataset = dataset,
            Incident = incident.Id,
            Position = position,
            involvement.ActorId,
            involvement.Role,
            involvement.Qualifier,
            Evidence = ledger.Number(involvement.Evidence),
        })));
        connection.Execute(InsertWeapon, incidents.SelectMany(incident => incident.Weapons.Select((weapon, position) => new
        {
            Dataset = dataset,
            Incident = incident.Id,
            Position = position,
            weapon.Name,
            weapon.Role,
            Evidence = ledger.Number(weapon.Basis),
        })));
    }

    private static object Columns(long dataset, Incident incident, int position, EvidenceLedger ledger)
    {
        var when = incident.Occurrence;
        var (killed, injured) = (incident.Killed, incident.Injured);
        return new
        {
            Dataset = dataset,
            incident.Id,
            incident.Slug,
            Position = position,
            incident.Title,
            Kind = incident.Kind.Key,
            incident.Summary,
            Start = when?.Start.ToUnixTimeMilliseconds(),
            End = when?.End?.ToUnixTimeMilliseconds(),
            LocalOffset = (long?)when?.LocalOffset.TotalMinutes,
            TimePrecision = when is null ? null : EnumWord.Of(when.Precision),
            Uncertainty = (long?)when?.Uncertainty?.TotalMilliseconds,
            IsOngoing = when is { IsOngoing: true },
            OccurrenceEvidence = ledger.Number(incident.OccurrenceEvidence),
            incident.OccurrenceNote,
            Geometry = DatasetJson.OfGeometry(incident.Geometry),
            Precision = incident.Precision?.Metres,
            GeometryEvidence = ledger.Number(incident.GeometryEvidence),
            incident.GeometryNote,
            KilledLow = killed.Toll.Low,
            KilledBest = killed.Toll.Best,
            KilledHigh = killed.Toll.High,
            KilledNote = killed.Note,
            KilledEvidence = ledger.Number(killed.Evidence),
            InjuredLow = injured.Toll.Low,
            InjuredBest = injured.Toll.Best,
            InjuredHigh = injured.Toll.High,
            InjuredNote = injured.Note,
            InjuredEvidence = ledger.Number(injured.Evidence),
            incident.Targets,
            Caveats = DatasetJson.OfWords(incident.Caveats),
            Tags = DatasetJson.OfWords(incident.Tags),
            Evidence = ledger.Number(incident.Evidence),
        };
    }
}
