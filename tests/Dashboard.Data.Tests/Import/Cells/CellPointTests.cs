using System.Globalization;
using Dashboard.Data.Import.Cells;
using Dashboard.Domain.Places;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests.Import.Cells;

public sealed class CellPointTests
{
    [Theory]
    [InlineData("33.78556", "42.44117", 33.78556, 42.44117)]
    [InlineData("33,78556", "42,44117", 33.78556, 42.44117)]
    [InlineData("-33.5", "-42.25", -33.5, -42.25)]
    [InlineData("33.5N", "42.25W", 33.5, -42.25)]
    [InlineData("33°30′00″N", "42°15′00″E", 33.5, 42.25)]
    [InlineData("33°30'0.0\"S", "42°15'0.0\"W", -33.5, -42.25)]
    [InlineData("N 33 30 00", "E 42 15 00", 33.5, 42.25)]
    [InlineData("33° 30'", "42° 15'", 33.5, 42.25)]
    [InlineData("33°30′N", "42°15′O", 33.5, 42.25)]
    public void Degrees_are_read_in_every_form(string latitude, string longitude, double north, double east)
    {
        var reading = CellPoint.Read(latitude, longitude, out _);
        Assert.Null(reading.Fault);
        Assert.Equal(new GeoPoint(north, east), reading.Value!.Value.Point);
    }

    [Theory]
    [InlineData("33.78556, 42.44117", 33.78556, 42.44117)]
    [InlineData("33.78556;42.44117", 33.78556, 42.44117)]
    [InlineData("(33.5 42.25)", 33.5, 42.25)]
    [InlineData("33,5; 42,25", 33.5, 42.25)]
    [InlineData("33,5, 42,25", 33.5, 42.25)]
    [InlineData("33°30′N 42°15′E", 33.5, 42.25)]
    [InlineData("42°15′E, 33°30′N", 33.5, 42.25)]
    [InlineData("N33°30' E42°15'", 33.5, 42.25)]
    [InlineData("POINT (42.25 33.5)", 33.5, 42.25)]
    [InlineData("SRID=4326;POINT(42.25 33.5)", 33.5, 42.25)]
    [InlineData("POINT Z (42.25 33.5 120)", 33.5, 42.25)]
    public void Both_may_stand_in_one_cell(string text, double north, double east)
    {
        var reading = CellPoint.ReadPair(text);
        Assert.Null(reading.Fault);
        Assert.Equal(new GeoPoint(north, east), reading.Value!.Value.Point);
    }

    [Theory]
    [InlineData("91", "0", true, "latitude 91 is beyond the pole; it goes from -90 to 90; latitude and longitude look swapped")]
    [InlineData("91", "120", true, "latitude 91 is beyond the pole; it goes from -90 to 90")]
    [InlineData("142.5", "33.5", true, "latitude 142.5 is beyond the pole; it goes from -90 to 90; latitude and longitude look swapped")]
    [InlineData("33", "181", false, "longitude 181 is beyond the date line; it goes from -180 to 180")]
    [InlineData("42°15′E", "33°30′N", true, "latitude and longitude look swapped: north and south belong to the latitude")]
    [InlineData("NaN", "42", true, "'NaN' is not a latitude: write degrees, 33.78556")]
    [InlineData("1e400", "42", true, "'1e400' is not a latitude: write degrees, 33.78556")]
    [InlineData("33", "Infinity", false, "'Infinity' is not a longitude: write degrees, 42.44117")]
    [InlineData("33", "east", false, "'east' is not a longitude: write degrees, 42.44117")]
    [InlineData("33", "", false, "a latitude without a longitude is no point")]
    [InlineData("NA", "42", true, "a longitude without a latitude is no point")]
    [InlineData("33°70′N", "42", true, "'33°70′N' is not a latitude: write degrees, 33.78556")]
    public void What_is_no_point_on_Earth_is_refused(string latitude, string longitude, bool isLatitudeAtFault, string fault) =>
        Assert.Equal((Reading<WrittenPoint>.Wrong(fault), isLatitudeAtFault), (CellPoint.Read(latitude, longitude, out var isLatitude), isLatitude));

    [Theory]
    [InlineData("33.5")]
    [InlineData("somewhere")]
    [InlineData("POINT EMPTY")]
    [InlineData("POINT (x y)")]
    [InlineData("1,2,3,4,5")]
    public void A_text_that_is_no_pair_is_refused(string text) =>
        Assert.Equal(Reading<WrittenPoint>.Wrong($"'{text}' is no pair of coordinates: write 33.78556, 42.44117 (latitude first)"), CellPoint.ReadPair(text));

    [Fact]
    public void Neither_of_both_is_unknown() => Assert.Equal(Reading<WrittenPoint>.Unknown, CellPoint.Read("", "n/a", out _));

    [Theory]
    [InlineData("33.78556", "42.44117", 1)]
    [InlineData("33.8", "42.4", 5_566)]
    [InlineData("33", "42", 55_660)]
    public void The_last_digit_says_what_it_leaves_open(string latitude, string longitude, int metres) =>
        Assert.Equal(metres, (int)Math.Round(CellPoint.Read(latitude, longitude, out _).Value!.Value.RoundingMetres));

    [Fact]
    public void Every_point_reads_back_from_decimals_and_angles() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from north in Gen.Choose(-324_000, 324_000) from east in Gen.Choose(-648_000, 648_000) select (north, east)).ToArbitrary(), seconds =>
    {
        var (north, east) = (seconds.north / 3600.0, seconds.east / 3600.0);
        var point = CellPoint.Read(north.ToString("R", CultureInfo.InvariantCulture), east.ToString("R", CultureInfo.InvariantCulture).Replace('.', ','), out _).Value!.Value.Point;
        Assert.Equal(new GeoPoint(north, east), point);
        var angles = CellPoint.ReadPair($"{Angle(seconds.north, "N", "S")} {Angle(seconds.east, "E", "W")}").Value!.Value.Point;
        Assert.Equal(north, angles.Latitude, 1e-9);
        Assert.Equal(east, angles.Longitude, 1e-9);
    }));

    private static string Angle(int seconds, string positive, string negative)
    {
        var whole = Math.Abs(seconds);
        return $"{whole / 3600}°{whole / 60 % 60:00}′{whole % 60:00}″{(seconds < 0 ? negative : positive)}";
    }
}
