using Dashboard.Data.Documents;

namespace Dashboard.Data.Export;

/// <summary>Writes incidents as a table that every spreadsheet program opens: RFC 4180, UTF-8, a line each.</summary>
public static class CsvExport
{
    /// <summary>Writes these incidents in this order, as fast as they are taken; none of it is ever in memory whole.</summary>
    /// <param name="numbers">Their numbers in the store.</param>
    /// <param name="isRaw">
    /// True to write texts as they are. Otherwise a text that a spreadsheet program would take for a formula is guarded by
    /// an apostrophe.
    /// </param>
    /// <param name="lens">Whose account stands in further columns; null for none.</param>
    /// <param name="moment">Of when the incidents are; the numbers are of that revision.</param>
    /// <returns>How many were written.</returns>
    public static async Task<long> WriteAsync(DashboardStore store, IReadOnlyList<long> numbers, ExportLens? lens, bool isRaw, ExportMoment moment, Stream to, CancellationToken stop)
    {
        var datasets = new DatasetsInUse(store, moment);
        var incidents = new ExportedIncidents(store, datasets, numbers);
        var lanes = Enumerable.Range(0, ExportedIncidents.Lanes).Select(_ => new Lane(lens, isRaw)).ToList();
        lanes[0].Rows.WriteHeader();
        await lanes[0].SendAsync(to, stop);
        var count = 0L;
        await foreach (var (lane, rows) in incidents.Batches(lanes, Write, stop))
        {
            await lane.SendAsync(to, stop);
            count += rows;
        }

        return count;

        static void Write(Lane lane, DatasetParts dataset, in CutDocument document) => lane.Rows.Write(dataset, document);
    }

    private sealed class Lane
    {
        private readonly OutputBytes _bytes = new(1 << 19);

        public Lane(ExportLens? lens, bool isRaw) => Rows = new CsvRows(new CsvLines(_bytes, isRaw), lens is null ? null : new TellingOfLens(lens));

        public CsvRows Rows { get; }

        public async Task SendAsync(Stream to, CancellationToken stop)
        {
            await to.WriteAsync(_bytes.Memory, stop);
            _bytes.Clear();
        }
    }
}
