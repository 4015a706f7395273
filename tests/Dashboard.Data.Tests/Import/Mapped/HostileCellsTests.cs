using System.Text;
using Dashboard.Data.Gazetteers;
using Dashboard.Data.Import;
using Dashboard.Data.Import.Cells;
using Dashboard.Data.Import.Mapped;
using Dashboard.Domain;

namespace Dashboard.Data.Tests.Import.Mapped;

public sealed class HostileCellsTests
{
    private static readonly string[] _naughty =
    [
        "", " ", "\0", "\uFEFF", "\u200B\u200E", "\uD800", "\uDC00x", "x\uD83D", "😀👩‍👩‍👧", "null", "undefined", "NaN", "-NaN", "Infinity", "1e400", "-1e400", "1E+02", "0x10", "1_000",
        "1/0", "-0", "00", "0.0.0", "١٢٣", "９９", "½", "²", "Ⅷ", "1,000,000,000,000,000", "99999999999999999999", "2147483648", "-9223372036854775808", "1.7976931348623157E+309", "--1", "+", ".",
        ",", ";", ";;;", "; ; ;", "'", "\"", "''", "\"\"", "\\", "\\n", "%s%n", "%00", "../../etc/passwd", "<script>alert(1)</script>", "javascript:alert(1)", "data:text/html,x", "http://",
        "http:///", "https://[", "https://\uD800", "http://a b", "https://user:pass@example.org:99999/", "HTTP://EXAMPLE.ORG/%zz", "=1+1", "@SUM(A1)", "'; DROP TABLE incidents; --", "__proto__",
        "constructor", "ﷺ", "ا͏̷", "Z̴̡̛a̵l̶g̷o̸", "אבג", "‮abc", "ß", "İ", "ı", "ǅ", "ϒ", "Ꭰ", "ᲀ", "ﬁ", "K", "田中さん", "Ω≈ç√", "­", "᠎", "\u2028", "\u2029", "\r", "\r\n", "\t", "\v", "a\0b",
        "0000-00-00", "9999-12-31", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00+14:00", "0001-01-01 00:00", "2024-02-30", "2024-W12", "2024-060", "24:00", "23:59:60", "12.34.5678", "1.1.1.1", "//", "-/-",
        "1/2/", "31/11/2024", "March", "March March 2024", "May May", "12 to 13", "to", " - ", "–", "2024–", "–2024", "2024-03-12/", "/2024-03-12", "2024-03-12/99", "2024-03-12/2024-02-01",
        "am", "pm", "5 pm", "13 pm 2024", ":", "::", "12:", ":12", "~", "~12", "T", "2024-03-12T", "2024-03-12TT12:00", "POINT", "POINT()", "POINT(1)", "POINT(1 2", "POINT(NaN NaN)", "POINT(1e400 1)", "N", "N N",
        "NE", "1N1E", "°′″", "90°60′N", "0°0′0″N 0°0′0″E", "1,2,3", "1,2,3,4", "(,)", "[,]", "3-", "-3-5", "3--5", "5+5", ">", "<0", "<", "≥", "about", "between and", "3 to", "9e9",
    ];

    private static readonly string[] _columns = [.. Enum.GetNames<ColumnMeaning>(), "two", "three"];

    private static Mapping Mapping => new()
    {
        Columns = _columns.Select(name => new ColumnMapping(name, Enum.TryParse<ColumnMeaning>(name, out var meaning) ? meaning : ColumnMeaning.Attribute)).ToValueList(),
    };

    [Fact]
    public void No_cell_makes_a_row_throw_whatever_it_means()
    {
        foreach (var text in _naughty)
        {
            for (var column = 0; column < _columns.Length; column++)
            {
                var cells = new string[_columns.Length];
                Array.Fill(cells, "");
                cells[(int)ColumnMeaning.Title] = "title";
                cells[column] = text;
                AssertStorable(new RowMapper(Mapping, _columns, German.Dataset).Map(1, cells));
            }
        }
    }

    [Fact]
    public void No_text_makes_a_reading_throw()
    {
        foreach (var text in _naughty.Concat(_naughty.Select(text => text + text)).Concat(_naughty.Select(text => $"2024-03-12 {text}")).Concat(_naughty.Select(text => $"{text} 2024")))
        {
            Read(text);
        }

        Read(new string('9', 1_000_000));
        Read(new string('(', 1_000_000));
        Read(string.Concat(Enumerable.Repeat("1 ", 500_000)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Two_thousand_mutations_of_a_good_row_are_rows_or_refusals(int seed)
    {
        var random = new Random(seed);
        var mapping = MappingProposal.Propose(German.Table);
        var mapper = new RowMapper(mapping, German.Table.Columns, German.Dataset);
        for (var mutation = 0; mutation < 2_000; mutation++)
        {
            var cells = German.Table.FirstRows[random.Next(3)].ToArray();
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                ref var cell = ref cells[random.Next(cells.Length)];
                cell = Mutated(cell, random);
            }

            AssertStorable(mapper.Map(mutation, cells));
        }
    }

    [Fact]
    public void No_first_rows_make_a_proposal_throw()
    {
        var random = new Random(4);
        for (var table = 0; table < 200; table++)
        {
            var columns = Enumerable.Range(0, 12).Select(index => $"{_naughty[random.Next(_naughty.Length)]}{index}").ToValueList();
            var rows = Enumerable.Range(0, 5).Select(_ => columns.Select(_ => _naughty[random.Next(_naughty.Length)]).ToValueList()).ToValueList();
            var mapping = MappingProposal.Propose(new(',', "utf-8", HasHeader: true, columns, rows));
            Assert.Equal(columns, mapping.Columns.Select(column => column.Column));
            var mapper = new RowMapper(mapping, columns, German.Dataset);
            foreach (var row in rows)
            {
                AssertStorable(mapper.Map(1, row));
            }
        }
    }

    private static string Mutated(string cell, Random random) => random.Next(6) switch
    {
        0 => _naughty[random.Next(_naughty.Length)],
        1 => cell + _naughty[random.Next(_naughty.Length)],
        2 when cell.Length > 0 => cell.Remove(random.Next(cell.Length), 1),
        3 when cell.Length > 0 => cell.Insert(random.Next(cell.Length), ((char)random.Next(char.MaxValue)).ToString()),
        4 => new string([.. cell.Reverse()]),
        _ => cell + cell,
    };

    /// <summary>Everything of a row is valid text, and every reference resolves.</summary>
    private static void AssertStorable(FileContent content)
    {
        if (content is FileContent.Refused refused)
        {
            Assert.True(refused.Refusal.Reason.Length > 0);
            return;
        }

        var row = Assert.IsType<FileContent.Row>(content).Incident;
        var text = row.ToString() + row.Incident;
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.False(text.Contains('\0'));
        Assert.Equal(row.Incident.PlaceIds, row.Places.Select(place => place.Id));
        Assert.Subset(row.Actors.Select(actor => actor.Id).ToHashSet(), row.Incident.Involvements.Select(involvement => involvement.ActorId).ToHashSet());
        Assert.Subset(row.Sources.Select(source => source.Id).ToHashSet(), row.Claims.Select(claim => claim.SourceId).ToHashSet());
    }

    private static void Read(string text)
    {
        CellDate.Read(text);
        CellDate.Read(text, DateOrder.MonthDayYear, excelSerials: true);
        CellTime.Read(text);
        CellNumber.Read(text, decimalComma: false);
        CellNumber.ReadToll(text, decimalComma: true);
        CellPoint.ReadPair(text);
        CellPoint.Read(text, text, out _);
        FigureOrder.Of([text], out _);
        Gazetteer.Shipped.Find(text.Length < 10_000 ? text : text[..10_000], text.Length < 100 ? text : null, "IQ");
    }
}
