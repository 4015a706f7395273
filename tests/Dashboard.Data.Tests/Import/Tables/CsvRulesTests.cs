namespace Dashboard.Data.Tests.Import.Tables;

/// <summary>The cases in which CSV readers are known to differ, each read as RFC 4180 says.</summary>
public sealed class CsvRulesTests
{
    public static TheoryData<string, string[]> Cases => new()
    {
        { "first,last,address\nJohn,Doe,\"120 any st., Anytown\"\n", ["John", "Doe", "120 any st., Anytown"] },
        { "a,b,c\nx,\"\",\"\"\n", ["x", "", ""] },
        { "a,b\nx,\"ha \"\"ha\"\" ha\"\n", ["x", "ha \"ha\" ha"] },
        { "a,b\nx,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n", ["x", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"] },
        { "a,b,c\n\"Once upon \na time\",y,z\n", ["Once upon \na time", "y", "z"] },
        { "a,b,c\r\n\"Once upon \r\na time\",y,z\r\n", ["Once upon \r\na time", "y", "z"] },
        { "a,b,c\nx,y,z", ["x", "y", "z"] },
        { "a,b,c\nx,y,ʤ\n", ["x", "y", "ʤ"] },
        { "a,b\r\n\"x\"\r\n\",y\r\n", [] },
        { "\"a\",\"b\"\n\" x \", y \n", [" x ", " y "] },
        { "a,b\nx\"y,z\n", ["x\"y", "z"] },
        { "a,b\n'x,y'\n", ["'x", "y'"] },
        { "a,b\n#x,y\n", ["#x", "y"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cell_is_what_was_written_into_it(string text, string[] cells)
    {
        if (cells.Length == 0)
        {
            Assert.Equal(Dashboard.Data.Import.FileFault.Unreadable, Imported.Fault(text).Fault);
            return;
        }

        var table = Imported.Recognise(text).Table!;
        Assert.Equal(cells, Assert.Single(table.FirstRows));
    }
}
