using System.Text;
using Dashboard.Data.Import;
using Dashboard.Data.Tests.Import.Codebooks;

namespace Dashboard.Data.Tests.Import.Tables;

/// <summary>How a table is written down is found by reading; what breaks its rules is named with its line.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData(',', "Datum,Ort\n2024-01-02,\"Homs; Syria | x\"\n")]
    [InlineData(';', "Datum;Ort\n2024-01-02;Homs, Syria\n2024-01-03;Hama\n")]
    [InlineData('\t', "Datum\tOrt\n2024-01-02\tHoms, Syria; x\n")]
    [InlineData('|', "Datum|Ort\n2024-01-02|Homs, Syria\n")]
    [InlineData(';', "sep=;\nDatum;Ort\n2024-01-02;\"Homs\"\n")]
    public void The_delimiter_is_found(char delimiter, string text)
    {
        var table = Imported.Recognise(text).Table!;
        Assert.Equal((delimiter, true), (table.Delimiter, table.HasHeader));
        Assert.Equal(["Datum", "Ort"], table.Columns);
    }

    [Fact]
    public void A_line_for_Excel_counts_as_a_line() =>
        Assert.Equal(3, Assert.Single(Imported.Text("sep=;\r\nDatum;Ort\r\n2024-01-02;Homs\r\n").Rows).Line);

    [Fact]
    public void A_table_without_a_header_has_numbered_columns_and_loses_no_row()
    {
        var table = Imported.Recognise("2024-01-02,Homs\n2024-01-03,Hama\n").Table!;
        Assert.False(table.HasHeader);
        Assert.Equal(["Column 1", "Column 2"], table.Columns);
        Assert.Equal(["2024-01-02", "2024-01-03"], table.FirstRows.Select(row => row[0]));
    }

    [Fact]
    public void Headers_that_are_alike_are_told_apart() =>
        Assert.Equal(["Datum", "Ort", "Ort (2)", "ort (3)", "Column 5"], Imported.Recognise("Datum,Ort, Ort,ort,\n2024-01-02,a,b,c,d\n").Table!.Columns);

    [Fact]
    public void Lines_are_those_of_the_file_also_behind_cells_with_newlines_and_mixed_line_ends()
    {
        var imported = Imported.Text("date,place,note\r\n2024-01-02,Homs,\"one\r\ntwo\"\r\r\n2024-01-03,Hama,\"say \"\"x\"\"\"\n\n,,\n2024-01-04,Idlib,\"a\n\nb\"\r2024-01-05,Aleppo,x");
        Assert.Equal([2L, 5, 8, 11], imported.Rows.Select(row => row.Line));
        Assert.Equal(["one\r\ntwo", "say \"x\"", "a\n\nb", "x"], imported.Recognition.Table!.FirstRows.Select(row => row[2]));
    }

    [Fact]
    public void Rows_with_other_numbers_of_cells_are_refused_by_line()
    {
        var imported = Imported.Text($"{GedRows.File()}{GedRows.Row()[..^18]}\n{GedRows.Row(("id", "7002"))},,\nalone\n{GedRows.Row(("id", "7003"))}\n");
        Assert.Equal(["7001", "7003"], imported.Rows.Select(row => row.Incident.Id));
        Assert.Equal(
            [(3L, "", "44 cells where the header has 49"), (4L, "", "51 cells where the header has 49"), (5L, "", "1 cell where the header has 49")],
            imported.Refusals.Select(refusal => (refusal.Line, refusal.Column, refusal.Reason)));
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_named_by_its_line()
    {
        var message = "the quote that opens there is never closed; close it, or write a quote inside a cell twice";
        Assert.Equal((FileFault.Unreadable, $"line 3: {message}"), Imported.Fault($"{GedRows.File()}1,\"2\n3,4\n"));
        Assert.Equal((FileFault.Unreadable, $"line 4: {message}"), Imported.Fault($"{GedRows.File()}1,\"2\n3\",\"4\n\n"));
        Assert.Equal((FileFault.Unreadable, $"line 2: {message}"), Imported.Fault("date,place\n\"2024-01-02,Homs\n2024-01-03,Hama"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99_000)]
    public void A_quote_that_is_never_closed_is_found_in_a_large_file(int row)
    {
        var text = new StringBuilder("date,place,note\n");
        for (var at = 0; at < 100_000; at++)
        {
            text.Append("2024-01-02,Homs,").Append(at == row ? "\"" : "").Append('x', 100).Append('\n');
        }

        Assert.Equal(
            (FileFault.Unreadable, $"line {row + 2}: the quote that opens there is never closed; close it, or write a quote inside a cell twice"),
            Imported.Fault(text.ToString()));
    }

    [Fact]
    public void A_cell_a_row_and_a_table_have_an_end()
    {
        Assert.Equal(
            (FileFault.TooLarge, "line 3: a cell is longer than 1,048,576 characters"),
            Imported.Fault($"date,note\n2024-01-02,x\n2024-01-03,\"{new string('x', 1_100_000)}\"\n"));
        Assert.Equal(
            (FileFault.TooLarge, "line 1: a cell is longer than 1,048,576 characters"),
            Imported.Fault(new string('x', 50_000_000)));
        Assert.Equal(
            (FileFault.TooLarge, "line 2: the row goes on for more than 16,000,000 characters"),
            Imported.Fault($"date,note\n{string.Join(',', Enumerable.Repeat(new string('x', 1_000_000), 20))}\n"));
        Assert.Equal(
            (FileFault.TooLarge, "line 2: the row has more than 1,000,000 cells; a table may have 2,000 columns"),
            Imported.Fault($"date,note\n{new string(',', 3_000_000)}\n"));
        Assert.Equal(
            (FileFault.TooLarge, "line 1: the table has 10,000 columns; at most 2,000 can be imported"),
            Imported.Fault($"{string.Join(',', Enumerable.Range(0, 10_000).Select(column => $"c{column}"))}\n1\n"));
    }

    [Fact]
    public void A_table_that_says_neither_when_nor_where_needs_an_answer() =>
        Assert.Equal(
            (FileFault.NeedsAnswer, "no column says when or where: choose the column of the date, the coordinates or the place"),
            Imported.Fault("foo,bar\nx,y\nz,w\n"));

    [Fact]
    public void Dates_that_can_be_read_in_two_ways_need_an_answer()
    {
        var text = "Datum,Ort\n01/02/2024,Homs\n03/04/2024,Hama\n";
        Assert.Equal(
            (FileFault.NeedsAnswer, "the dates in 'Datum' can be read in two ways, such as 01/02/2024: say whether day or month comes first"),
            Imported.Fault(text));
        var answered = Imported.File(Encoding.UTF8.GetBytes(text), correct: recognition => recognition with
        {
            Mapping = recognition.Mapping! with { DateOrder = DateOrder.DayMonthYear },
        });
        Assert.Equal(["2024-02-01", "2024-04-03"], answered.Rows.Select(row => row.Incident.Occurrence!.Start.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void An_unknown_table_is_proposed_under_the_name_of_its_file()
    {
        var recognition = Imported.Recognise("Datum;Ort;Tote\n02.01.2024;Homs;3\n", "Vorfälle_2024.csv");
        Assert.Equal((Codebook.Table, "Table, 3 columns", "vorfälle-2024", "Vorfälle 2024"), (recognition.Codebook, recognition.Layout, recognition.Dataset.Slug, recognition.Dataset.Title));
        Assert.Equal([ColumnMeaning.Start, ColumnMeaning.Place, ColumnMeaning.Killed], recognition.Mapping!.Columns.Select(column => column.Meaning));
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"{GedRows.File()}{GedRows.Row()}\n"));
        var recognition = ImportFile.Recognise(stream, "x.csv");
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in ImportFile.Read(stream, "x.csv", recognition, stop.Token))
            {
                stop.Cancel();
            }
        });
    }
}
