using Dashboard.Data.Text;
using Dashboard.Domain.Incidents;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests.Staging;

public sealed class IndexedWordsTests
{
    private static readonly string[] _pieces =
        ["al", "el", "as", "Al-", "al-Tanf", "el Ein", "Deir", "ez-Zor", "ez", "-", " ", "’", "'", "–", "السويداء", "ال", "ق", "ـ", "أ", "ه", "22", "٣", "boo", "oo", "l", "É", "🙂", "𐌰𐌰", "\ud800", "a-b", "\n", ",", "aal-l"];

    [Fact]
    public void The_words_of_any_text_are_those_of_its_spelling()
    {
        var texts = Gen.ListOf(Gen.Elements(_pieces)).Select(pieces => string.Concat(pieces));
        Prop.ForAll(Gen.Zip(texts, texts).ToArbitrary(), pair =>
        {
            var incident = SmallDataset.Incident("x", "x") with { Title = $"x{pair.Item1}", Attributes = [new UpstreamAttribute("name", $"x{pair.Item2}")] };
            var names = Spelling.OfNames(["Al-Tanf", "Deir ez-Zor"]);
            var words = new IndexedWords();
            for (var again = 0; again < 2; again++)
            {
                words.Clear();
                words.AddNames(names);
                words.AddProse(incident.Title);
                words.AddProse(incident.Summary);
                words.AddAttribute(incident.Attributes[0].Value);
            }

            Assert.Equal(Words(names), Words(words.Names.ToString()));
            Assert.Equal(Words($"{names} {IncidentText.Prose(incident)}"), Words($"{words.Names} {words.Prose}"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_of_very_many_words_keeps_each_once()
    {
        var many = string.Join(' ', Enumerable.Range(0, 5000).Select(number => $"w{number % 3000}x"));
        var words = new IndexedWords();
        words.AddProse(many);
        Assert.Equal(3000, words.Prose.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static IEnumerable<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal);
}
