using Dashboard.Web.Stories;

namespace Dashboard.Web.Tests.Stories;

public class ProsePartsTests
{
    [Theory]
    [InlineData("no link", "no link")]
    [InlineData("See https://a.example/b?c=1#d, then.", "See |[https://a.example/b?c=1#d]|, then.")]
    [InlineData("(https://a.example/x_(y)) and https://b.example.", "(|[https://a.example/x_(y)]|) and |[https://b.example]|.")]
    [InlineData("http://a.example\"onmouseover=\"x", "[http://a.example]|\"onmouseover=\"x")]
    [InlineData("<a href=https://a.example>x</a>", "<a href=|[https://a.example]|>x</a>")]
    [InlineData("javascript:alert(1) data:text/html,x ftp://a.example //a.example", "javascript:alert(1) data:text/html,x ftp://a.example //a.example")]
    [InlineData("https:// https://user:pass@a.example/ xhttps://a.example", "https:// https://user:pass@a.example/ xhttps://a.example")]
    [InlineData("HTTPS://A.EXAMPLE/البوكمال", "[HTTPS://A.EXAMPLE/البوكمال]")]
    public void Web_addresses_in_a_line_are_links_and_nothing_else_is(string line, string parts) =>
        Assert.Equal(parts, string.Join('|', ProseParts.Of(line).Select(part => part.Address is null ? part.Text : $"[{part.Text}]")));

    [Fact]
    public void An_empty_line_begins_a_paragraph() =>
        Assert.Equal([["one", "two"], ["three"]], ProseParts.Paragraphs("\none\r\ntwo\n\n\n\nthree\n").Select(lines => lines.ToArray()));

    [Theory]
    [InlineData("", "")]
    [InlineData("kind=strike&kind=attack", "kind=attack&kind=strike")]
    [InlineData("/?kind=attack", "kind=attack")]
    [InlineData(" https://incidents.example/?kind=attack&map=34,41,6#3 ", "kind=attack&map=34,41,6")]
    [InlineData("https://incidents.example/embed?kind=attack", "kind=attack")]
    [InlineData("https://incidents.example/", "")]
    [InlineData("/", "")]
    [InlineData("/?kid=attack", "kid=attack")]
    public void A_view_is_the_query_of_its_address(string pasted, string query) => Assert.Equal(query, StoryForm.QueryIn(pasted, _ => null));
}
