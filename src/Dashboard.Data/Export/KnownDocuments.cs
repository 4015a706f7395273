using System.Buffers;
using Dashboard.Data.Documents;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Places;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>Documents as they would be had nothing become known after a day. One after the other: making the next overwrites the one before.</summary>
internal sealed class KnownDocuments(ColumnNames columns)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 14);

    public ReadOnlySpan<byte> Of(DatasetParts dataset, KnownOn known, ReadOnlySpan<byte> document)
    {
        var (incident, all) = IncidentDocument.Read(document, columns);
        var claims = new KnownClaims(known, all, [.. dataset.Corrections[incident.Id]]);
        _bytes.ResetWrittenCount();
        IncidentDocument.Write(_bytes, WithKnownStops(known, claims.Of(incident)), claims.Made, columns);
        return _bytes.WrittenSpan;
    }

    private static Incident WithKnownStops(KnownOn known, Incident incident) => incident.Geometry is RouteGeometry route
        ? incident with { Geometry = new RouteGeometry(route.Stops.Select(stop => stop with { Basis = known.Of(new Evidence(stop.Basis, null)).Basis }).ToValueList()) }
        : incident;
}
