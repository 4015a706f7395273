using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Pages;

public partial class ThemeTests(StarterDashboard starter)
{
    /// <summary>The values stand twice in the sheet: canvases read them one by one, so that no function may choose between two.</summary>
    [Fact]
    public async Task Dark_is_the_same_whether_a_person_chose_it_or_the_system_wishes_it()
    {
        var sheet = await starter.Server.TextAsync("/css/tokens.css");

        var chosen = Values(sheet, ":root[data-theme=\"dark\"] {");
        Assert.True(chosen.Count > 30);
        Assert.Equal(chosen, Values(sheet, ":root:not([data-theme]) {"));
    }

    private static List<(string Name, string Value)> Values(string sheet, string selector)
    {
        var start = sheet.IndexOf(selector, StringComparison.Ordinal);
        var block = sheet[start..sheet.IndexOf('}', start)];
        return [.. Declaration().Matches(block).Select(match => (match.Groups["name"].Value, match.Groups["value"].Value))];
    }

    [GeneratedRegex("(?<name>[a-z0-9-]+): (?<value>[^;]+);", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
