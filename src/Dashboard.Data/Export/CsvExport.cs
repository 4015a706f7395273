using System.Buffers;

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
    /// <returns>How many were written.</returns>
    public static async Task<long> WriteAsync(DashboardStore store, IReadOnlyList<long> numbers, bool isRaw, Stream to, CancellationToken stop)
    {
        var incidents = new ExportedIncidents(store, numbers);
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        var rows = new CsvRows(new CsvLines(buffer, isRaw));
        var count = 0L;
        rows.WriteHeader();
        await foreach (var batch in incidents.Batches(stop))
        {
            foreach (var stored in batch)
            {
                rows.Write(incidents.Parts(stored.Dataset), stored.Incident, stored.Claims);
            }

            count += batch.Count;
            await to.WriteAsync(buffer.WrittenMemory, stop);
            buffer.ResetWrittenCount();
        }

        await to.WriteAsync(buffer.WrittenMemory, stop);
        return count;
    }
}
