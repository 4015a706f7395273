using Dashboard.Drawing.Fonts;

namespace Dashboard.Drawing.Tests;

public class VisualOrderTests
{
    [Theory]
    [InlineData("Al Asad · 24 of 43", "Al Asad · 24 of 43")]
    // Seen, meem: joined at both ends, and turned round.
    [InlineData("سم", "\uFEE2\uFEB3")]
    // Baa alone, alef that ties to nothing after it.
    [InlineData("باب", "\uFE8F\uFE8E\uFE91")]
    // Lam and alef are one sign.
    [InlineData("لا", "\uFEFB")]
    [InlineData("سلام", "\uFEE1\uFEFC\uFEB3")]
    // Vowel signs are left out, and do not part what they stand between.
    [InlineData("سَلِم", "\uFEE2\uFEE0\uFEB3")]
    // Persian letters join too.
    [InlineData("گچ", "\uFB7B\uFB94")]
    public void Arabic_letters_are_joined_and_run_from_right_to_left(string read, string seen) => Assert.Equal(seen, VisualOrder.Of(read));

    [Theory]
    [InlineData("Base עב (x)", "Base בע (x)")]
    [InlineData("עב 43 גד", "דג 43 בע")]
    [InlineData("עב (גד)", "(דג) בע")]
    public void A_line_goes_the_way_of_its_first_letter_and_numbers_are_never_turned_round(string read, string seen) => Assert.Equal(seen, VisualOrder.Of(read));

    [Fact]
    public void What_is_not_seen_takes_no_room() => Assert.Equal("a b", VisualOrder.Of("a\u200E\u0007\u00A0b\u202E"));

    [Fact]
    public void A_line_that_is_too_long_ends_in_an_ellipsis_within_its_room()
    {
        var fitted = Fonts.Typeface.Fit("Attribution of several datasets, each with its licence", 15, isBold: false, 200);

        Assert.Equal("Attribution of several da…", fitted);
        Assert.InRange(Fonts.Typeface.Measure(fitted, 15, isBold: false), 1, 200);
        Assert.Equal("", Fonts.Typeface.Fit("Attribution", 15, isBold: false, 3));
    }
}
