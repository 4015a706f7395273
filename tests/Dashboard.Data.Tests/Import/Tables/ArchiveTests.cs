using System.IO.Compression;
using System.Text;
using Dashboard.Data.Import;
using Dashboard.Data.Tests.Import.Codebooks;

namespace Dashboard.Data.Tests.Import.Tables;

/// <summary>Archives are opened by what they are, not by what they are called, and never beyond their bounds.</summary>
public sealed class ArchiveTests
{
    private static readonly byte[] _table = Encoding.UTF8.GetBytes(GedRows.File());

    [Theory]
    [InlineData("ged_v23.1.csv.gz")]
    [InlineData("ged_v23.1.csv")]
    public void A_gzip_file_is_opened_whatever_it_is_called(string name)
    {
        var imported = Imported.File(Gzip(_table), name);
        Assert.Equal(("UCDP GED, 49 columns", "23.1", 1), (imported.Recognition.Layout, imported.Recognition.Dataset.Version, imported.Rows.Count));
    }

    [Fact]
    public void A_zip_archive_with_one_file_is_opened_and_knows_its_name()
    {
        var imported = Imported.File(Zip(("folder/", []), ("folder/GEDEvent_v25_1.csv", _table), ("__MACOSX/._GEDEvent_v25_1.csv", [1])), "download");
        Assert.Equal(("25.1", 1), (imported.Recognition.Dataset.Version, imported.Rows.Count));
    }

    [Fact]
    public void Gzip_files_that_were_joined_are_read_to_the_end()
    {
        var half = _table.Length / 2;
        Assert.Single(Imported.File([.. Gzip(_table[..half]), .. Gzip(_table[half..])]).Rows);
    }

    [Fact]
    public void An_archive_with_several_files_is_refused() =>
        Assert.Equal(
            (FileFault.WrongType, "the archive holds several files: unpack it and import them one by one"),
            Imported.Fault(Zip(("a.csv", _table), ("b.csv", _table))));

    [Fact]
    public void An_archive_without_a_file_is_empty() =>
        Assert.Equal((FileFault.WrongType, "there is no file in the archive"), Imported.Fault(Zip()));

    [Theory]
    [InlineData("../evil.csv")]
    [InlineData("a/../../evil.csv")]
    [InlineData("/etc/evil.csv")]
    [InlineData("..\\evil.csv")]
    [InlineData("C:\\evil.csv")]
    public void A_name_that_leads_out_of_the_archive_is_refused(string name) =>
        Assert.Equal(
            (FileFault.WrongType, $"the archive holds a file whose name leads out of it ('{name}'): unpack it with care and import the table itself"),
            Imported.Fault(Zip((name, _table))));

    [Fact]
    public void An_archive_in_an_archive_is_refused()
    {
        var expected = (FileFault.WrongType, "there is an archive inside the archive: unpack it and import the table itself");
        Assert.Equal(expected, Imported.Fault(Zip(("inner.zip", Zip(("a.csv", _table))))));
        Assert.Equal(expected, Imported.Fault(Gzip(Gzip(_table))));
        Assert.Equal(expected, Imported.Fault(Zip(("a.csv.gz", Gzip(_table)))));
    }

    [Fact]
    public void An_encrypted_archive_is_refused()
    {
        var archive = Zip(("a.csv", _table));
        archive[6] |= 1;
        archive[archive.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        Assert.Equal((FileFault.WrongType, "the archive is encrypted: unpack it and import the table itself"), Imported.Fault(archive));
    }

    [Fact]
    public void An_Excel_workbook_is_told_from_an_archive() =>
        Assert.Equal(
            (FileFault.WrongType, "this is an Excel workbook: save the sheet as CSV (UTF-8) and import that"),
            Imported.Fault(Zip(("[Content_Types].xml", [1]), ("xl/workbook.xml", [1]), ("xl/worksheets/sheet1.xml", [1]))));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_bomb_is_refused_before_it_bursts(bool isZip)
    {
        var content = new byte[30 << 20];
        content.AsSpan().Fill((byte)'\n');
        "date,place\n2024-01-02,Homs\n"u8.CopyTo(content);

        var bomb = isZip ? Zip(("a.csv", content)) : Gzip(content);
        var (fault, message) = Imported.Fault(bomb);
        var most = Math.Max(10 << 20, bomb.Length * 200L);
        Assert.Equal(
            (FileFault.TooLarge, $"the archive of {bomb.Length:#,0} bytes unpacks to more than {most:#,0}, as a zip bomb does: unpack it and import what is in it"),
            (fault, message));
    }

    [Fact]
    public void A_gzip_file_that_breaks_off_anywhere_is_refused()
    {
        var packed = Gzip(Encoding.UTF8.GetBytes(GedRows.Header49 + "\n" + string.Join('\n', Enumerable.Range(0, 200).Select(id => GedRows.Row(("id", $"{id}"))))));
        for (var percent = 1; percent < 100; percent++)
        {
            var (fault, message) = Imported.Fault(packed[..(packed.Length * percent / 100)]);
            Assert.Equal((FileFault.Unreadable, "the archive is damaged or breaks off: fetch the file again, or unpack it and import what is in it"), (fault, message));
        }
    }

    [Fact]
    public void A_zip_archive_that_breaks_off_anywhere_is_refused()
    {
        var packed = Zip(("a.csv", _table));
        for (var percent = 5; percent < 100; percent++)
        {
            Assert.Equal(FileFault.Unreadable, Imported.Fault(packed[..(packed.Length * percent / 100)]).Fault);
        }
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var file = archive.CreateEntry(name).Open();
                file.Write(content);
            }
        }

        return packed.ToArray();
    }
}
