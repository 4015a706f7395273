using System.Text;
using Dashboard.Data.Export;
using Dashboard.Data.Import;
using Dashboard.Data.Import.GeoJson;
using Dashboard.Domain;

namespace Dashboard.Data.Tests.Export;

/// <summary>What a store exports, and the datasets that come back from it.</summary>
internal static class ExportedFile
{
    public static DateTimeOffset Exported { get; } = new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static string GeoJson(DashboardStore store, IReadOnlyList<long>? numbers = null, string view = "", ExportLens? lens = null) =>
        Text(to => GeoJsonExport.WriteAsync(store, numbers ?? All(store), lens, view, store.RevisionName, ExportMoment.Present, new StoppedClock(), to, TestContext.Current.CancellationToken));

    public static string Csv(DashboardStore store, IReadOnlyList<long>? numbers = null, bool isRaw = false, ExportLens? lens = null) =>
        Text(to => CsvExport.WriteAsync(store, numbers ?? All(store), lens, isRaw, ExportMoment.Present, to, TestContext.Current.CancellationToken));

    public static IReadOnlyList<long> All(DashboardStore store) => store.Read(reader => reader.Incidents(null).Select(stored => stored.Number).ToList());

    public static IReadOnlyList<FileContent> Contents(string geoJson)
    {
        var bytes = Encoding.UTF8.GetBytes(geoJson);
        var recognition = GeoJsonReader.Recognise(new MemoryStream(bytes), "export.geojson");
        return [.. GeoJsonReader.Read(new MemoryStream(bytes), recognition, TestContext.Current.CancellationToken)];
    }

    /// <summary>The datasets of a file, each put together from all that the file says, its parts by their ids.</summary>
    public static IReadOnlyList<Dataset> Datasets(string geoJson)
    {
        var contents = Contents(geoJson);
        Assert.Empty(contents.OfType<FileContent.Refused>());
        return [.. contents.OfType<FileContent.Whole>().Select(whole =>
        {
            var dataset = whole.DatasetWithoutIncidents;
            var rows = contents.OfType<FileContent.Row>().Select(row => row.Incident).Where(row => row.Dataset == dataset.Description.Slug).ToList();
            Assert.All(rows.SelectMany(row => row.Actors), actor => Assert.Contains(actor, dataset.Actors));
            return Sorted(dataset with
            {
                Places = dataset.Places.Concat(rows.SelectMany(row => row.Places)).Distinct().ToValueList(),
                Sources = dataset.Sources.Concat(rows.SelectMany(row => row.Sources)).Distinct().ToValueList(),
                Incidents = rows.Select(row => row.Incident).ToValueList(),
                Claims = rows.SelectMany(row => row.Claims).ToValueList(),
            });
        })];
    }

    public static Dataset Sorted(Dataset dataset) => dataset with
    {
        Places = dataset.Places.OrderBy(place => place.Id, StringComparer.Ordinal).ToValueList(),
        Sources = dataset.Sources.OrderBy(source => source.Id, StringComparer.Ordinal).ToValueList(),
        Incidents = dataset.Incidents.OrderBy(incident => incident.Id, StringComparer.Ordinal).ToValueList(),
        Claims = dataset.Claims.OrderBy(claim => claim.Id, StringComparer.Ordinal).ToValueList(),
    };

    private static string Text(Func<Stream, Task<long>> write)
    {
        using var file = new MemoryStream();
        write(file).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Exported;
    }
}
