using Dashboard.Data.Import.Cells;
using Dashboard.Domain.Time;

namespace Dashboard.Data.Tests.Import.Cells;

public sealed class CellTimeTests
{
    [Theory]
    [InlineData("16:20", "16:20:00", TimePrecision.Minute)]
    [InlineData("7:05", "07:05:00", TimePrecision.Minute)]
    [InlineData("16:20:05", "16:20:05", TimePrecision.Minute)]
    [InlineData("1620", "16:20:00", TimePrecision.Minute)]
    [InlineData("16h20", "16:20:00", TimePrecision.Minute)]
    [InlineData("16.20 Uhr", "16:20:00", TimePrecision.Minute)]
    [InlineData("4:20 pm", "16:20:00", TimePrecision.Minute)]
    [InlineData("12:20 a.m.", "00:20:00", TimePrecision.Minute)]
    [InlineData("12:20 PM", "12:20:00", TimePrecision.Minute)]
    [InlineData("0.5", "12:00:00", TimePrecision.Minute)]
    [InlineData("0.680555555555556", "16:20:00", TimePrecision.Minute)]
    [InlineData("16 Uhr", "16:00:00", TimePrecision.Hour)]
    [InlineData("4pm", "16:00:00", TimePrecision.Hour)]
    [InlineData("16h", "16:00:00", TimePrecision.Hour)]
    [InlineData("about 16:20", "16:20:00", TimePrecision.Hour)]
    [InlineData("gegen 16 Uhr", "16:00:00", TimePrecision.Hour)]
    [InlineData("evening", "18:00:00", TimePrecision.PartOfDay)]
    [InlineData("Nachmittags", "12:00:00", TimePrecision.PartOfDay)]
    public void A_time_of_day_is_read_in_every_form(string text, string time, TimePrecision precision) =>
        Assert.Equal(Reading<WrittenTime>.Of(new(TimeSpan.Parse(time), precision)), CellTime.Read(text));

    [Theory]
    [InlineData("16:20Z", 0)]
    [InlineData("16:20 UTC", 0)]
    [InlineData("16:20 UTC+3", 180)]
    [InlineData("16:20+03:30", 210)]
    [InlineData("16:20-0500", -300)]
    public void A_time_of_day_may_name_its_clock(string text, int minutes) =>
        Assert.Equal(Reading<WrittenTime>.Of(new(new(16, 20, 0), TimePrecision.Minute, TimeSpan.FromMinutes(minutes))), CellTime.Read(text));

    [Theory]
    [InlineData("25:00", "'25:00' is no time that a clock shows")]
    [InlineData("16:60", "'16:60' is no time that a clock shows")]
    [InlineData("24:00", "'24:00' is midnight: write 00:00 of the next day")]
    [InlineData("16:20 pm", "'16:20 pm' has no such hour before or after noon: write 1 to 12 with am or pm, or 16:20")]
    [InlineData("16", "'16' is not a time of day: write 16:20")]
    [InlineData("soon", "'soon' is not a time of day: write 16:20")]
    [InlineData("16:20+15:00", "'16:20+15:00' is more than 14 hours off UTC, which no clock is")]
    public void What_no_clock_shows_is_refused(string text, string fault) =>
        Assert.Equal(Reading<WrittenTime>.Wrong(fault), CellTime.Read(text));
}
