using System.Globalization;
using System.Text;
using Dashboard.Data.Import;

namespace Dashboard.Web.Importing;

/// <summary>Refused rows as a file to work through: RFC 4180, and no cell that a spreadsheet program would take for a formula.</summary>
internal static class RefusedCsv
{
    public static void Write(Stream to, IEnumerable<Refusal> refusals)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 14, leaveOpen: true) { NewLine = "\r\n" };
        text.WriteLine("line,column,value,reason");
        foreach (var refusal in refusals)
        {
            text.WriteLine(string.Join(',', refusal.Line.ToString(CultureInfo.InvariantCulture), Cell(refusal.Column), Cell(refusal.Value), Cell(refusal.Reason)));
        }
    }

    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
