using System.Globalization;
using Dashboard.Data.Import.Cells;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;
using Dashboard.Domain.Sources;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Mapped;

/// <summary>
/// Who a row says reported it: a claim for each, with its date and address. An address without a name is reported by its
/// host. What is no http or https address is never a link: it is kept as an attribute.
/// </summary>
internal sealed class RowSources
{
    private readonly Remembered<string, (Source Source, Evidence Evidence)> _sources = new(name =>
    {
        var source = Named.Source(name);
        return (source, new([Basis.Source(source.Id)], null));
    });

    private readonly record struct Report(string Publisher, Uri? Address);

    /// <param name="kept">Addresses that no page may link to, for the attributes.</param>
    public (ValueList<Claim> Claims, IReadOnlyList<Source> Sources) Read(MappedRow row, string incidentId, string title, out IReadOnlyList<UpstreamAttribute> kept)
    {
        kept = [];
        if (!row.Columns.Has(ColumnMeaning.Source) && !row.Columns.Has(ColumnMeaning.SourceAddress))
        {
            return ([], []);
        }

        var date = Date(row);
        var reports = Reports(row, ref kept);
        if (reports.Count == 0)
        {
            return ([], []);
        }

        var claims = new Claim[reports.Count];
        var sources = new List<Source>(reports.Count);
        for (var index = 0; index < reports.Count; index++)
        {
            var (source, evidence) = _sources[reports[index].Publisher];
            if (sources.TrueForAll(other => other.Id != source.Id))
            {
                sources.Add(source);
            }

            claims[index] = new Claim
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{incidentId}-report-{index + 1}"),
                IncidentId = incidentId,
                Predicate = "report",
                Claimant = new(null, source.Publisher),
                Value = title,
                Number = null,
                SourceId = source.Id,
                Date = date,
                Status = ClaimStatus.Asserted,
                Evidence = evidence,
                Address = reports[index].Address,
            };
        }

        return (claims.ToValueList(), sources);
    }

    /// <summary>Names and addresses go together by their order; an address beyond the names stands for its host.</summary>
    private static List<Report> Reports(MappedRow row, ref IReadOnlyList<UpstreamAttribute> kept)
    {
        var reports = new List<Report>();
        var addresses = new List<Uri>();
        foreach (var name in row.Several(ColumnMeaning.Source))
        {
            if (Address(name) is { } address)
            {
                addresses.Add(address);
            }
            else
            {
                reports.Add(new(name, null));
            }
        }

        foreach (var text in row.Several(ColumnMeaning.SourceAddress))
        {
            if (Address(text) is { } address)
            {
                addresses.Add(address);
            }
            else
            {
                kept = [.. kept, new(row.Columns.Names[row.Columns.One(ColumnMeaning.SourceAddress)], text)];
            }
        }

        for (var index = 0; index < addresses.Count; index++)
        {
            if (index < reports.Count)
            {
                reports[index] = reports[index] with { Address = addresses[index] };
            }
            else
            {
                reports.Add(new(Host(addresses[index]), addresses[index]));
            }
        }

        return reports;
    }

    private static Uri? Address(string text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && address.Host.Length > 0
            ? address
            : null;

    private static string Host(Uri address) => address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;

    private static PartialDate? Date(MappedRow row)
    {
        if (!row.Columns.Has(ColumnMeaning.SourceDate) || row.Take(ColumnMeaning.SourceDate, CellDate.Read(row.Cell(ColumnMeaning.SourceDate))) is not { } date)
        {
            return null;
        }

        return PartialDate.Parse(date.Start.ToString(date.Precision switch
        {
            TimePrecision.Year => "yyyy",
            TimePrecision.Month => "yyyy-MM",
            _ => "yyyy-MM-dd",
        }, CultureInfo.InvariantCulture));
    }
}
