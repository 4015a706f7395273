using Dashboard.Data.Import;

namespace Dashboard.Data.Tests.Import;

public sealed class FileImportTests : IDisposable
{
    private const string Header =
        "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
        + "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
        + "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob\n";

    private readonly TemporaryDirectory _folder = new();
    private readonly DashboardStore _store;

    public FileImportTests() => _store = DashboardStore.Open(Path.Combine(_folder.Path, "data"));

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Everything_of_a_file_is_staged_and_counted()
    {
        var told = new Told();
        using var staged = FileImport.Stage(_store, Request(1000), told, TestContext.Current.CancellationToken);

        Assert.Equal((1000, 0), (staged.Difference.Added, staged.Difference.Refused));
        Assert.Equal(1000, told.Last.Rows);
        Assert.Equal(told.Last.BytesTotal, told.Last.BytesRead);
        Assert.Equal(0, _store.Revision);
    }

    [Fact]
    public void What_is_stopped_leaves_no_trace()
    {
        using var stop = new CancellationTokenSource();
        var told = new Told { Next = stop.Cancel };
        Assert.ThrowsAny<OperationCanceledException>(() => FileImport.Stage(_store, Request(200_000), told, stop.Token));
        AssertNothingIsLeft();
    }

    [Fact]
    public void A_file_that_breaks_off_in_the_middle_leaves_no_trace()
    {
        var request = Request(5000);
        File.AppendAllText(request.Path, "\"a quote that is never closed,,,");
        Assert.Throws<UnreadableFileException>(() => FileImport.Stage(_store, request, null, TestContext.Current.CancellationToken));
        AssertNothingIsLeft();
    }

    [Fact]
    public void A_file_that_is_not_there_leaves_no_trace()
    {
        var request = Request(1) with { Path = Path.Combine(_folder.Path, "nowhere.csv") };
        Assert.Throws<FileNotFoundException>(() => FileImport.Stage(_store, request, null, TestContext.Current.CancellationToken));
        AssertNothingIsLeft();
    }

    private void AssertNothingIsLeft()
    {
        var imports = Path.Combine(_folder.Path, "data", "imports");
        Assert.Empty(Directory.Exists(imports) ? Directory.GetFiles(imports) : []);
        Assert.Equal(0, _store.Revision);
    }

    private ImportRequest Request(int rows)
    {
        var path = Path.Combine(_folder.Path, "ged.csv");
        using (var file = new StreamWriter(path))
        {
            file.Write(Header);
            for (var id = 1; id <= rows; id++)
            {
                file.Write($"{id},SYR-{id},2016,1,Clear,1,299,299,Syria: Government,118,118,Government of Syria - IS,118,118,Government of Syria,234,234,IS,1,,Reuters,2016-03-18,Clashes,,1,Palmyra,"
                    + "Palmyra town,Homs governorate,Tadmur district,34.55,38.28,POINT (38.28 34.55),179357,Syria,652,Middle East,1,1,2016-03-18,2016-03-18,1,2,0,0,3,4,3,652,\n");
            }
        }

        using var stream = File.OpenRead(path);
        return new ImportRequest(path, "ged.csv", ImportFile.Recognise(stream, "ged.csv"));
    }

    private sealed class Told : IProgress<ImportProgress>
    {
        public Action? Next { get; init; }

        public ImportProgress Last { get; private set; } = new(0, 0, 0, TimeSpan.Zero);

        public void Report(ImportProgress value)
        {
            Last = value;
            Next?.Invoke();
        }
    }
}
