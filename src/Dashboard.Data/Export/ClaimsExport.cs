using System.Text;
using Dashboard.Data.Documents;
using Dashboard.Domain.Sources;

namespace Dashboard.Data.Export;

/// <summary>
/// Writes the claims about incidents as a table, and then, as another, the sources that those incidents and claims rest on:
/// the first run over the incidents finds them. What is unknown is empty.
/// </summary>
/// <param name="numbers">The numbers of the incidents in the store.</param>
/// <param name="isRaw">See <see cref="CsvExport.WriteAsync"/>.</param>
/// <param name="moment">Of when the incidents are; the numbers are of that revision.</param>
public sealed class ClaimsExport(DashboardStore store, IReadOnlyList<long> numbers, bool isRaw, ExportMoment moment)
{
    private static readonly string[] _claimColumns =
    [
        "incident", "dataset", "id", "predicate", "claimant", "claimant_id", "value", "number_low", "number_high", "number_scope", "number_unit",
        "source", "source_publisher", "date", "status", "note", "address",
    ];

    private static readonly string[] _sourceColumns = ["id", "dataset", "publisher", "date", "nature", "quotes_primary_statement", "address", "note"];

    private readonly List<Lane> _lanes = [.. Enumerable.Range(0, ExportedIncidents.Lanes).Select(_ => new Lane(isRaw))];

    /// <summary>Writes the claims in the order of their incidents; none of it is ever in memory whole.</summary>
    /// <returns>How many were written.</returns>
    public async Task<long> WriteClaimsAsync(Stream to, CancellationToken stop)
    {
        _lanes[0].WriteHeader(_claimColumns);
        await _lanes[0].SendAsync(to, stop);
        var incidents = new ExportedIncidents(store, new DatasetsInUse(store, moment), numbers);
        await foreach (var (lane, _) in incidents.Batches(_lanes, static (Lane lane, DatasetParts dataset, in CutDocument document) => lane.Write(dataset, document), stop))
        {
            await lane.SendAsync(to, stop);
        }

        return _lanes.Sum(lane => lane.Claims);
    }

    /// <summary>Writes the sources, each once, by dataset and in its order. The claims come first.</summary>
    /// <returns>How many were written.</returns>
    public async Task<long> WriteSourcesAsync(Stream to, CancellationToken stop)
    {
        var used = _lanes.SelectMany(lane => lane.Used)
            .GroupBy(dataset => dataset.Key, (dataset, sources) => (Dataset: dataset, Sources: sources.SelectMany(lane => lane.Value).Distinct().OrderBy(source => source.Index)))
            .OrderBy(dataset => dataset.Dataset.Description.Slug, StringComparer.Ordinal);
        var lane = _lanes[0];
        lane.WriteHeader(_sourceColumns);
        var count = 0L;
        foreach (var (dataset, sources) in used)
        {
            foreach (var source in sources)
            {
                lane.Write(dataset, source.Source);
                count++;
            }

            await lane.SendAsync(to, stop);
        }

        await lane.SendAsync(to, stop);
        return count;
    }

    private sealed class Lane
    {
        private readonly OutputBytes _bytes = new(1 << 19);
        private readonly References _references = new(isThroughPlaces: true);
        private readonly CsvLines _lines;

        public Lane(bool isRaw) => _lines = new CsvLines(_bytes, isRaw);

        public long Claims { get; private set; }

        public Dictionary<DatasetParts, HashSet<ExportedSource>> Used { get; } = [];

        public void WriteHeader(string[] columns)
        {
            foreach (var column in columns)
            {
                _lines.Text(Encoding.UTF8.GetBytes(column));
            }

            _lines.End();
        }

        public void Write(DatasetParts dataset, in CutDocument document)
        {
            KeepSources(dataset, document);
            for (var claims = DocumentReader.InList(document.Claims); !claims.TryClose();)
            {
                Write(dataset, document.Slug, new CutClaim(ref claims));
                Claims++;
            }
        }

        public void Write(DatasetParts dataset, Source source)
        {
            Text(source.Id);
            _lines.Json(dataset.Slug);
            Text(source.Publisher);
            Text(source.Date?.ToString());
            Text(source.Nature);
            _lines.Text(source.QuotesPrimaryStatement ? "true"u8 : "false"u8);
            Text(source.Address?.AbsoluteUri);
            Text(source.Note);
            _lines.End();
        }

        public async Task SendAsync(Stream to, CancellationToken stop)
        {
            await to.WriteAsync(_bytes.Memory, stop);
            _bytes.Clear();
        }

        private void KeepSources(DatasetParts dataset, in CutDocument document)
        {
            _references.Read(dataset, document);
            if (!Used.TryGetValue(dataset, out var used))
            {
                Used.Add(dataset, used = []);
            }

            used.UnionWith(_references.Sources);
        }

        private void Write(DatasetParts dataset, ReadOnlySpan<byte> incident, in CutClaim claim)
        {
            _lines.Json(incident);
            _lines.Json(dataset.Slug);
            _lines.Json(claim.Id);
            _lines.Json(claim.Predicate);
            _lines.Json(claim.Claimant);
            Said(claim.ClaimantId);
            _lines.Json(claim.Value);
            WriteNumber(claim.Number);
            Said(claim.Source);
            Text(dataset.Sources.Find(claim.Source)?.Source.Publisher);
            Said(claim.Date);
            _lines.Json(claim.Status);
            Said(claim.Note);
            Said(claim.Address);
            _lines.End();
        }

        private void WriteNumber(ReadOnlySpan<byte> cut)
        {
            var number = DocumentReader.InList(cut.IsEmpty ? "[null,null,null,null]"u8 : cut);
            _lines.JsonNumber(number.Cut());
            _lines.JsonNumber(number.Cut());
            Said(number.Cut());
            Said(number.Cut());
        }

        private void Said(ReadOnlySpan<byte> json) => _lines.Json(JsonText.IsSaid(json) ? json : default);

        private void Text(string? text) => _lines.Text(Encoding.UTF8.GetBytes(text ?? ""));
    }
}
