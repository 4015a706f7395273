using System.Text;
using Dashboard.Data.Import;
using Dashboard.Data.Tests.Import.Codebooks;

namespace Dashboard.Data.Tests.Import.Tables;

/// <summary>The encoding is found by reading; what it cannot explain is a row's own fault.</summary>
public sealed class EncodingTests
{
    private static readonly string _table = GedRows.File(("where_coordinates", "Şırnak – Müğla")).Replace("\r\n", "\n", StringComparison.Ordinal);

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "utf-32", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_read_with_and_without_a_byte_order_mark(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var imported = Imported.File([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(_table)]);
        Assert.Equal((name, "Şırnak – Müğla"), (imported.Recognition.Table!.Encoding, Assert.Single(imported.Rows).Places[0].Name));
        Assert.Equal("id", imported.Recognition.Table.Columns[0]);
    }

    [Fact]
    public void What_is_no_Unicode_is_Windows_1252()
    {
        var text = GedRows.File(("where_coordinates", "Zürich – “Saint-Étienne” €"));
        var imported = Imported.File(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));
        Assert.Equal(("windows-1252", "Zürich – “Saint-Étienne” €"), (imported.Recognition.Table!.Encoding, Assert.Single(imported.Rows).Places[0].Name));
    }

    [Fact]
    public void A_broken_sequence_in_a_UTF_8_file_refuses_its_row_and_no_other()
    {
        byte[] content =
        [
            .. Encoding.UTF8.GetBytes(_table), .. Encoding.UTF8.GetBytes(GedRows.Row(("id", "7002"), ("where_coordinates", "Z#rich"))), (byte)'\n',
            .. Encoding.UTF8.GetBytes(GedRows.Row(("id", "7003"))), (byte)'\n',
        ];
        content[content.AsSpan().LastIndexOf("#"u8)] = 0xFC;
        var imported = Imported.File(content);
        Assert.Equal(["7001", "7003"], imported.Rows.Select(row => row.Incident.Id));
        Assert.Equal(
            [new Refusal(3, "where_coordinates", "Z\uFFFDrich", "there are bytes that are no text in the file's encoding; save the file as UTF-8")],
            imported.Refusals);
    }

    [Fact]
    public void A_broken_sequence_far_behind_the_first_megabyte_is_found()
    {
        var content = new MemoryStream();
        content.Write(Encoding.UTF8.GetBytes($"{GedRows.Header49}\n"));
        for (var id = 0; id < 3_000; id++)
        {
            content.Write(Encoding.UTF8.GetBytes($"{GedRows.Row(("id", $"{id}"), ("adm_1", "Ağrı"))}\n"));
        }

        content.Write(Encoding.UTF8.GetBytes(GedRows.Row(("id", "broken"))));
        var bytes = content.ToArray();
        bytes[bytes.AsSpan().LastIndexOf("Testtown"u8)] = 0xFF;
        var imported = Imported.File(bytes);
        Assert.Equal((3_000, 3_002L, "where_description"), (imported.Rows.Count, Assert.Single(imported.Refusals).Line, imported.Refusals[0].Column));
    }

    [Fact]
    public void Half_a_letter_refuses_its_row()
    {
        byte[] content = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(_table)];
        var at = content.AsSpan().LastIndexOf(Encoding.Unicode.GetBytes("Rebels"));
        (content[at], content[at + 1]) = (0x00, 0xD8);
        var refusal = Assert.Single(Imported.File(content).Refusals);
        Assert.Equal(("side_b", "\uFFFDebels"), (refusal.Column, refusal.Value));
    }

    [Fact]
    public void A_NUL_refuses_its_row() =>
        Assert.Equal(
            [new Refusal(2, "side_b", "Re␀bels", "there is a NUL character in the text; remove it")],
            Imported.Text($"{GedRows.File(("side_b", "Re\0bels"))}{GedRows.Row(("id", "7002"))}").Refusals);

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D", "this is a PNG picture; it holds no table that can be read: save the table as CSV and import that")]
    [InlineData("255044462D312E37", "this is a PDF document; it holds no table that can be read: save the table as CSV and import that")]
    [InlineData("504152311504", "this is a Parquet file: save it as CSV and import that")]
    [InlineData("53514C69746520666F726D6174203300", "this is a SQLite database: export the table as CSV and import that")]
    [InlineData("D0CF11E0A1B11AE1", "this is an old Excel workbook or another Office document: save the sheet as CSV (UTF-8) and import that")]
    [InlineData("3C21444F43545950452068746D6C3E", "this is a web page: download the file that it offers and import that")]
    public void What_is_no_table_is_called_by_its_name(string hexadecimal, string message) =>
        Assert.Equal((FileFault.WrongType, message), Imported.Fault(Convert.FromHexString(hexadecimal), "table.csv"));

    [Fact]
    public void Bytes_without_text_are_no_table()
    {
        var bytes = new byte[4_000];
        new Random(1).NextBytes(bytes);
        bytes.AsSpan(0, 3_000).Clear();
        Assert.Equal(FileFault.WrongType, Imported.Fault(bytes).Fault);
    }

    [Fact]
    public void An_empty_file_is_empty()
    {
        Assert.Equal((FileFault.Empty, "the file is empty"), Imported.Fault(""));
        Assert.Equal((FileFault.Empty, "there is nothing in the file"), Imported.Fault("\uFEFF\r\n \r\n,,,\n"));
        Assert.Equal((FileFault.Empty, "there is nothing in the file but a header"), Imported.Fault($"{GedRows.Header49}\r\n"));
        Assert.Equal((FileFault.Empty, "there is nothing in the file but a header"), Imported.Fault("date,place\n"));
    }
}
