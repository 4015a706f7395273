using System.Text;
using Dashboard.Data.Import;

namespace Dashboard.Data.Tests.Import.Mapped;

public sealed class MappedFileTests
{
    [Fact]
    public void A_mapping_that_leaves_the_order_of_dates_out_takes_the_one_that_the_dates_tell()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("date,title\n10/08/2014,one\n10/21/2015,two\n"));
        var recognition = ImportFile.Recognise(file, "list.csv");
        var mapping = new Mapping { Columns = [new("date", ColumnMeaning.Start), new("title", ColumnMeaning.Title)] };
        file.Position = 0;
        var days = ImportFile.Read(file, "list.csv", recognition with { Mapping = mapping }, CancellationToken.None)
            .Select(content => Assert.IsType<FileContent.Row>(content).Incident.Incident.Occurrence!.Start.ToString("yyyy-MM-dd"));
        Assert.Equal(["2014-10-08", "2015-10-21"], days);
    }

    [Fact]
    public void A_german_spreadsheet_is_read_from_its_bytes()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(German.Text));
        var recognition = ImportFile.Recognise(file, "liste.csv");
        file.Position = 0;
        var titles = ImportFile.Read(file, "liste.csv", recognition, CancellationToken.None)
            .Select(content => Assert.IsType<FileContent.Row>(content).Incident.Incident.Title);
        Assert.Equal(["Drohnenangriff, Tower 22", "Luftangriff, Al-Bukamal", "Ort nicht bekannt"], titles);
    }
}
