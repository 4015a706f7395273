using System.Net;
using System.Text.RegularExpressions;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>One report that a row of UCDP GED rests on; what it does not say is empty.</summary>
internal readonly record struct UcdpReport(string Office, string Date, string Headline);

/// <summary>
/// The reports of a row. Offices, dates and headlines stand in three lists side by side, separated by semicolons, which
/// headlines have too: then the quoted citations <c>"office,date,headline";"…"</c> tell them apart. Older rows have
/// nothing but a citation in free words.
/// </summary>
internal static partial class UcdpReports
{
    public static void Read(string article, string offices, string dates, string headlines, List<UcdpReport> reports)
    {
        reports.Clear();
        if (offices.Length == 0)
        {
            if (article.Length > 0)
            {
                ReadCitations(article, reports);
            }

            return;
        }

        if (!offices.Contains(';', StringComparison.Ordinal) && !dates.Contains(';', StringComparison.Ordinal))
        {
            reports.Add(new UcdpReport(offices, dates, Plain(headlines)));
            return;
        }

        var office = Split(offices);
        var date = Split(dates);
        var headline = Split(Plain(headlines));
        if (office.Length == date.Length && office.Length == headline.Length)
        {
            for (var at = 0; at < office.Length; at++)
            {
                reports.Add(new UcdpReport(office[at], date[at], headline[at]));
            }

            return;
        }

        ReadCitations(article.Length > 0 ? article : headlines, reports);
        if (reports.Count == 1 && reports[0].Office.Length == 0)
        {
            reports[0] = new UcdpReport(offices, dates, Plain(headlines));
        }
    }

    private static void ReadCitations(string article, List<UcdpReport> reports)
    {
        var citations = article.StartsWith('"') && article.EndsWith('"') ? article[1..^1].Split("\";\"", StringSplitOptions.TrimEntries) : [article];
        foreach (var citation in citations)
        {
            var match = Citation().Match(citation);
            reports.Add(match.Success
                ? new UcdpReport(match.Groups["office"].Value.Trim(), match.Groups["date"].Value, Plain(match.Groups["headline"].Value).Trim())
                : new UcdpReport("", "", Plain(citation)));
        }
    }

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.TrimEntries);

    /// <summary>Some headlines were copied from the source of a web page: <c>Dar&amp;#8217;a</c>.</summary>
    private static string Plain(string headline) => headline.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(headline) : headline;

    [GeneratedRegex("^(?<office>[^\"]*?), ?(?<date>[0-9]{4}(-[0-9]{2}){0,2}) ?,(?<headline>.*)\\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Citation();
}
