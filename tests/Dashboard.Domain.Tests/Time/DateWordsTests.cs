using Dashboard.Domain.Time;

namespace Dashboard.Domain.Tests.Time;

public class DateWordsTests
{
    [Theory]
    [InlineData("2024", "2024", "2024")]
    [InlineData("2024-02", "February 2024", "Feb 2024")]
    [InlineData("2024-02-05", "5 February 2024", "5 Feb 2024")]
    [InlineData("2024-02-05/06", "5–6 February 2024", "5–6 Feb 2024")]
    public void A_date_is_told_as_far_as_it_is_known(string text, string words, string shortWords)
    {
        Assert.Equal(words, DateWords.Long.Of(PartialDate.Parse(text)));
        Assert.Equal(shortWords, DateWords.Short.Of(PartialDate.Parse(text)));
    }
}
