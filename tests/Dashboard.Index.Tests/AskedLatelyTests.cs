using Dashboard.Domain.Querying;
using Dashboard.Index.Tiles;

namespace Dashboard.Index.Tests;

public class AskedLatelyTests
{
    private readonly AskedLately _lately = new(rows: 1_000);
    private readonly List<string> _found = [];

    [Fact]
    public void Ten_tiles_of_a_map_look_for_the_rows_of_their_question_once()
    {
        long[] matches = [1, 2];
        var asked = Enumerable.Range(0, 10).Select(_ => Ask("SY", matches)).ToArray();

        Assert.Equal(["SY"], _found);
        Assert.All(asked, one => Assert.Same(asked[0], one));
    }

    [Fact]
    public void Another_question_or_a_text_that_was_looked_for_anew_is_another_set()
    {
        long[] matches = [1, 2], again = [1, 2];

        Assert.Equal(3, new[] { Ask("SY", matches), Ask("IQ", matches), Ask("SY", again), Ask("SY", matches), Ask("IQ", matches) }.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal(["SY", "IQ", "SY"], _found);
    }

    [Fact]
    public void The_sets_not_asked_for_longest_make_room()
    {
        var countries = Enumerable.Range(0, 17).Select(number => $"A{(char)('A' + number)}").ToArray();
        Array.ForEach(countries, country => Ask(country, null));
        Ask(countries[1], null);
        Ask(countries[0], null);
        Ask(countries[1], null);
        Ask(countries[2], null);

        Assert.Equal([.. countries, countries[0], countries[2]], _found);
    }

    private FoundRows Ask(string country, long[]? matches) => _lately.Of(new IncidentQuery { Countries = [country] }, matches, () =>
    {
        _found.Add(country);
        return new FoundRows(new SomeRows(new Bitmap(1_000)), null);
    });
}
