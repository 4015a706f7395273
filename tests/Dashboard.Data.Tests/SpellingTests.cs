using System.Text;
using Dashboard.Data.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests;

/// <summary>What the one spelling of the text index promises, for any text.</summary>
public sealed class SpellingTests
{
    private static readonly Arbitrary<string> _texts = Gen.ArrayOf(Gen.Elements(
        "al", "Al-", "el ", "ال", "البو", "كمال", "أإآ", "ى", "ة", "ـ", "َ", "Kamal", "ss", "AA", "kk", "'", "’", "ʿ", " ", "-", "–", ".", "é", "Ö", "ß", "İ", "22", "٢٢", "😀", "\ud800", "ﷺ", "b", "x"))
        .Select(string.Concat).ToArbitrary();

    [Fact]
    public void What_is_spelled_so_is_spelled_so_again() =>
        Prop.ForAll(_texts, text => Once(Once(text)) == Once(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_any_text_what_is_spelled_so_is_spelled_so_again() =>
        Prop.ForAll<string?>(text => Once(Once(text ?? "")) == Once(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Upper_and_lower_case_are_one_spelling() =>
        Prop.ForAll(_texts, text => Once(Plain(text).ToUpperInvariant()) == Once(Plain(text))).QuickCheckThrowOnFailure();

    [Fact]
    public void Apostrophes_and_vowel_signs_count_for_nothing() =>
        Prop.ForAll(_texts, text => Once(string.Concat(text.EnumerateRunes().Select(rune => $"{rune}’ʿـَ"))) == Once(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_are_spelled_alone_as_among_others() =>
        Prop.ForAll(_texts, _texts, (one, other) => Once($"{one} {other}") == Once($"{Once(one)} {Once(other)}")).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_words_does_not_matter_to_a_question_of_more_words_than_a_name_has() =>
        Prop.ForAll(_texts, _texts, (one, other) =>
        {
            // The last word may be unfinished, so the same one stands last.
            var (forwards, backwards) = (TextQuestion.Match($"attack base drone {one} / {other} / tower"), TextQuestion.Match($"{other} / {one} / drone base attack tower"));
            return Parts(forwards).SetEquals(Parts(backwards)) || Words(one + other) > 10;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("al-Bukamal", "Albukamal")]
    [InlineData("El Bukamal", "elbukamal")]
    [InlineData("as-Suwayda", "Assuwayda")]
    [InlineData("Deir ez-Zor", "Deir Ezzor")]
    [InlineData("Albu Kamal", "Albukamal")]
    public void A_name_joined_is_among_the_spellings_of_the_name_apart(string apart, string joined) =>
        Assert.Contains(Spelling.Join(Spelling.Words(joined.Split(' ')[^1])), Spelling.OfNames([apart]).Split(' '));

    /// <summary>Letters whose upper case is another letter's are left out: Turkish i, German sharp s.</summary>
    private static string Plain(string text) => text.Replace("İ", "", StringComparison.Ordinal).Replace("ß", "", StringComparison.Ordinal);

    private static string Once(string text)
    {
        var words = new StringBuilder();
        foreach (var word in Spelling.Words(text))
        {
            Spelling.AppendWord(words, word.Text);
        }

        return words.ToString();
    }

    private static int Words(string text) => Spelling.Words(text).Count;

    private static HashSet<string> Parts(string? question) => [.. question!.Split(" AND ")];
}
