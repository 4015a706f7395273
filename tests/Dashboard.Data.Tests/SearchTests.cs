using Dashboard.Data.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests;

public sealed class SearchTests : IClassFixture<SearchTests.StarterStore>
{
    private readonly DashboardStore _store;

    public SearchTests(StarterStore starter) => _store = starter.Store;

    private static string[] AtAlbuKamal =>
    [
        "inc-20231027-albukamal", "inc-20231112-albukamal-mayadin", "inc-20231230-albukamal", "inc-20240202-sy-corridor", "inc-20240202-us-strikes",
    ];

    private static string[] AtAinAlAsad => ["inc-20231017-alasad", "inc-20231121-alasad-brbm", "inc-20240120-alasad"];

    [Theory]
    [InlineData("Albu Kamal")]
    [InlineData("albu kamal")]
    [InlineData("al-Bukamal")]
    [InlineData("al Bukamal")]
    [InlineData("Albukamal")]
    [InlineData("ALBUKAMAL")]
    [InlineData("Abu Kamal")]
    [InlineData("abukamal")]
    [InlineData("Bukamal")]
    [InlineData("Al-Bokamal")]
    [InlineData("Boukamal")]
    [InlineData("البوكمال")]
    [InlineData("بوكمال")]
    [InlineData("البُوكَمَال")]
    [InlineData("albu kam")]
    [InlineData("Älbu  Kâmal!")]
    public void Albu_Kamal_is_found_in_every_spelling(string text) => Finds(AtAlbuKamal, text);

    [Theory]
    [InlineData("Assad base")]
    [InlineData("Al Asad")]
    [InlineData("al-Asad")]
    [InlineData("Alasad")]
    [InlineData("Ayn al-Asad")]
    [InlineData("Ain Assad")]
    [InlineData("الأسد")]
    [InlineData("الاسد")]
    [InlineData("عين الأسد")]
    [InlineData("ORAA")]
    public void Ain_al_Asad_is_found_in_every_spelling(string text) => Finds(AtAinAlAsad, text);

    [Theory]
    [InlineData("kataib hezbollah suspends")]
    [InlineData("Kata'ib Hezbollah suspends")]
    [InlineData("Kata’ib Hizballah suspends")]
    [InlineData("KH suspends")]
    [InlineData("كتائب suspends")]
    public void Words_are_found_together_in_titles_and_names(string text) => Finds(["inc-20240130-kh-suspend"], text);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\"")]
    [InlineData("***")]
    [InlineData("' OR 1=1 --")]
    [InlineData("title:tower")]
    [InlineData("no such word anywhere")]
    [InlineData("zzzz")]
    [InlineData("tower zzzz")]
    public void A_question_that_nothing_answers_finds_nothing(string text) => Finds([], text);

    [Theory]
    [InlineData("tower 22\"")]
    [InlineData("tower* 22*")]
    [InlineData("^tower 22")]
    [InlineData("(tower 22")]
    [InlineData("tower-22")]
    public void Signs_that_mean_something_to_the_index_mean_nothing_here(string text) => Assert.Contains("inc-20240128-tower22", Found(text));

    [Theory]
    [InlineData("tower AND jordan")]
    [InlineData("tower OR mayadin")]
    [InlineData("NOT tower")]
    [InlineData("NEAR(tower 22)")]
    public void Words_that_mean_something_to_the_index_are_words(string text) => Assert.Equal(_store.FindByText(text.ToLowerInvariant()), _store.FindByText(text));

    [Fact]
    public void Any_text_is_a_question() => Prop.ForAll<string?>(text => _store.FindByText(text ?? "") is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_of_the_signs_of_the_index_is_a_question()
    {
        var signs = Gen.ArrayOf(Gen.Elements("\"", "'", "*", "^", "(", ")", "{", "}", ":", "+", "-", " ", "AND", "OR", "NOT", "NEAR", "names", "al", "ال", "\0", "ﷺ", "😀", "é", "\ud800"));
        Prop.ForAll(signs.ToArbitrary(), parts => _store.FindByText(string.Concat(parts)) is not null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_name_of_the_starter_dataset_finds_its_incidents()
    {
        var dataset = StarterDataset.Load();
        foreach (var incident in dataset.Incidents)
        {
            var places = dataset.Places.Where(place => incident.PlaceIds.Contains(place.Id));
            var actors = dataset.Actors.Where(actor => incident.Involvements.Any(involvement => involvement.ActorId == actor.Id));
            string[] names = [incident.Title, .. places.SelectMany(place => place.Aliases.Select(alias => alias.Text).Append(place.Name)), .. actors.SelectMany(actor => actor.Aliases.Select(alias => alias.Text).Append(actor.Name))];
            Assert.All(names, name => Assert.Contains(incident.Id, Found(name)));
        }
    }

    [Theory]
    [InlineData("Kata'ib", "kataib")]
    [InlineData("Sana'a", "sana")]
    [InlineData("as-Suwayda", "as suwayda asuwayda")]
    [InlineData("Assuwayda", "asuwayda")]
    [InlineData("as well", "as wel")]
    [InlineData("Tower 22", "tower 22")]
    [InlineData("Deir ez-Zor", "deir ez zor ezor")]
    [InlineData("مدينةُ الأنبـــار", "مدينه الانبار")]
    [InlineData("٢٢", "22")]
    public void Text_is_indexed_in_one_spelling(string text, string indexed) => Assert.Equal(indexed, IncidentText.Prose(SmallDataset.Incident(text, text)));

    [Theory]
    [InlineData("al-Bukamal", "al bukamal albukamal")]
    [InlineData("Albukamal", "albukamal bukamal")]
    [InlineData("Albu Kamal", "albu kamal albukamal bukamal")]
    [InlineData("البوكمال", "البوكمال بوكمال")]
    [InlineData("Allied", "alied")]
    public void Names_are_indexed_with_and_without_their_article(string name, string indexed) => Assert.Equal(indexed, Spelling.OfNames([name]));

    private void Finds(string[] expected, string text) => Assert.Equal(expected, Found(text).Order(StringComparer.Ordinal));

    private IEnumerable<string> Found(string text) =>
        _store.Read(reader => reader.Incidents(_store.FindByText(text)).Select(stored => stored.Incident.Id).ToList());

    /// <summary>The starter dataset in a store, once for all tests of the class.</summary>
    public sealed class StarterStore : IDisposable
    {
        private readonly TemporaryDirectory _directory = new();

        public StarterStore()
        {
            Store = _directory.Open();
            Store.Add(StarterDataset.Load());
        }

        public DashboardStore Store { get; }

        public void Dispose()
        {
            Store.Dispose();
            _directory.Dispose();
        }
    }
}
