using Dashboard.Data.Export;
using Dashboard.Data.Import;
using Dashboard.Data.Staging;
using Dashboard.Domain;
using Dashboard.Domain.Incidents;

namespace Dashboard.Data.Tests.Export;

public sealed class ImportedExportTests : IDisposable
{
    private static readonly ExportLens _centcom = new("act-centcom", new HashSet<string> { "act-centcom" });

    private readonly TemporaryDirectory _directory = new();
    private readonly TemporaryDirectory _other = new();
    private readonly DashboardStore _store;
    private readonly DashboardStore _empty;

    public ImportedExportTests()
    {
        (_store, _empty) = (_directory.Open(), _other.Open());
        _store.Add(StarterDataset.Load());
    }

    public void Dispose()
    {
        _store.Dispose();
        _empty.Dispose();
        _directory.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void The_starter_dataset_exported_and_imported_into_an_empty_store_is_the_same_dataset()
    {
        var file = File("export.geojson", ExportedFile.GeoJson(_store));
        Commit(file, expected: (43, 0, 0, 0));
        SameDataset.Assert(WithoutOrder(StarterDataset.Load()), WithoutOrder(Assert.Single(_empty.ReadDatasets())));
        Assert.Equal((0, 0, 43, 0), Difference(file));
    }

    [Fact]
    public void Leads_and_several_datasets_are_the_same_too()
    {
        Dataset[] datasets = [SmallDataset.Create("one"), SmallDataset.Create("two", "second-")];
        datasets[1] = datasets[1] with { Incidents = datasets[1].Incidents.Select(incident => incident with { IsLead = true }).ToValueList() };
        Array.ForEach(datasets, _store.Add);
        Commit(File("export.geojson", ExportedFile.GeoJson(_store)), expected: (51, 0, 0, 0));
        var back = _empty.ReadDatasets().ToDictionary(dataset => dataset.Description.Slug);
        Assert.All(datasets, dataset => SameDataset.Assert(WithoutOrder(dataset), WithoutOrder(back[dataset.Description.Slug])));
    }

    [Fact]
    public void A_row_that_was_corrected_in_the_file_is_the_only_one_that_changes()
    {
        var text = ExportedFile.GeoJson(_store);
        Commit(File("export.geojson", text), expected: (43, 0, 0, 0));
        var title = _empty.ReadDatasets()[0].Incidents[7].Title;
        Assert.Equal((0, 1, 42, 0), Difference(File("corrected.geojson", text.Replace($"\"title\":\"{title}\"", "\"title\":\"Corrected\"", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_rows_of_a_table_come_back_with_their_addresses()
    {
        Commit(File("export.csv", ExportedFile.Csv(_store)), expected: (43, 0, 0, 0));
        Assert.Equal(
            StarterDataset.Load().Incidents.OrderBy(incident => incident.Slug, StringComparer.Ordinal).Select(What),
            Assert.Single(_empty.ReadDatasets()).Incidents.OrderBy(incident => incident.Slug, StringComparer.Ordinal).Select(What));

        static (string, string, IncidentKind, DateTimeOffset?, DateTimeOffset?, Toll, Toll) What(Incident incident) =>
            (incident.Slug, incident.Title, incident.Kind, incident.Occurrence?.Start, incident.Occurrence?.End, incident.Killed.Toll, incident.Injured.Toll);
    }

    [Fact]
    public void What_a_lens_says_of_an_incident_comes_back_as_no_part_of_it()
    {
        Commit(File("told.geojson", ExportedFile.GeoJson(_store, lens: _centcom)), expected: (43, 0, 0, 0));
        SameDataset.Assert(WithoutOrder(StarterDataset.Load()), WithoutOrder(Assert.Single(_empty.ReadDatasets())));
    }

    [Fact]
    public void The_columns_of_a_lens_change_no_row_of_a_table()
    {
        var (told, table) = (ExportedFile.Csv(_store, lens: _centcom), ExportedFile.Csv(_store));
        Assert.NotEqual(table, told);
        Commit(File("told.csv", told), expected: (43, 0, 0, 0));
        Assert.Equal((0, 0, 43, 0), Difference(File("table.csv", table)));
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_directory.Path, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private void Commit(string file, (long, long, long, long) expected)
    {
        using var staged = Stage(file);
        Assert.Empty(staged.Refusals());
        Assert.Equal(expected, Counts(staged.Difference));
        staged.Commit("test", skipRefused: false, TestContext.Current.CancellationToken);
    }

    private (long, long, long, long) Difference(string file)
    {
        using var staged = Stage(file);
        return Counts(staged.Difference);
    }

    private StagedImport Stage(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        var recognition = ImportFile.Recognise(stream, Path.GetFileName(file));
        return FileImport.Stage(_empty, new ImportRequest(file, Path.GetFileName(file), recognition), null, TestContext.Current.CancellationToken);
    }

    private static (long, long, long, long) Counts(Difference difference) => (difference.Added, difference.Changed, difference.Unchanged, difference.Refused);

    private static Dataset WithoutOrder(Dataset dataset) => ExportedFile.Sorted(dataset) with
    {
        Actors = dataset.Actors.OrderBy(actor => actor.Id, StringComparer.Ordinal).ToValueList(),
        Relations = dataset.Relations.OrderBy(relation => relation.Id, StringComparer.Ordinal).ToValueList(),
        Conflicts = dataset.Conflicts.OrderBy(conflict => conflict.Id, StringComparer.Ordinal).ToValueList(),
        Notes = dataset.Notes.OrderBy(note => note.Id, StringComparer.Ordinal).ToValueList(),
    };
}
