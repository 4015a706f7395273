using System.Diagnostics;
using Dashboard.Data.Gazetteers;
using Dashboard.Domain.Places;

namespace Dashboard.Data.Tests.Gazetteers;

public sealed class GazetteerTests
{
    [Theory]
    [InlineData("Albu Kamal")]
    [InlineData("Abu Kamal")]
    [InlineData("al-Bukamal")]
    [InlineData("Albukamal")]
    [InlineData("AL-BOKAMAL")]
    [InlineData("Ālbū Kamāl")]
    [InlineData("البوكمال")]
    [InlineData("أبو كمال")]
    [InlineData("Абу-Камаль")]
    public void A_place_is_found_in_every_spelling_and_script(string name) =>
        Assert.Equal("GeoNames 174448", Gazetteer.Shipped.Find(name, null, null)?.Reference);

    [Theory]
    [InlineData("Akashat", "hand-set akashat", 33.7, 39.95, 15_000)]
    [InlineData("at-Tanf", "hand-set al-tanf", 33.50583, 38.61778, 2_000)]
    [InlineData("Tanf", "hand-set al-tanf", 33.50583, 38.61778, 2_000)]
    [InlineData("Tower 22", "hand-set tower-22", 33.31417, 38.70333, 1_500)]
    [InlineData("Al-Omar oil field", "hand-set al-omar", 35.1, 40.56, 6_000)]
    [InlineData("Conoco", "hand-set conoco", 35.33, 40.31, 6_000)]
    [InlineData("Rmeilan", "hand-set rumaylan", 36.98, 41.96, 6_000)]
    [InlineData("Jurf as-Sakhar", "hand-set jurf-al-sakhar", 32.86667, 44.21389, 5_000)]
    [InlineData("Al-Baghdadi", "hand-set al-baghdadi", 33.87, 42.54, 6_000)]
    [InlineData("Ain al-Asad", "airfield ORAA", 33.7856, 42.4412, 2_000)]
    [InlineData("Baghdad", "GeoNames 98182", 33.34058, 44.40088, 10_000)]
    [InlineData("Tikrit", "GeoNames 90150", 34.61581, 43.67861, 5_000)]
    public void A_place_has_a_point_and_a_radius_for_what_it_is(string name, string reference, double latitude, double longitude, double metres)
    {
        var entry = Gazetteer.Shipped.Find(name, null, null);
        Assert.Equal((reference, new GeoPoint(latitude, longitude), new GeoPrecision(metres)), (entry?.Reference, entry!.Point, entry.Precision));
    }

    [Fact]
    public void What_nobody_knows_is_not_found()
    {
        Assert.Null(Gazetteer.Shipped.Find("Atlantis", null, null, out var reason));
        Assert.Equal("the gazetteer has no 'Atlantis'", reason);
        Assert.Null(Gazetteer.Shipped.Find("Baghdad", null, "SY", out reason));
        Assert.Equal("the gazetteer has no 'Baghdad' in Syria", reason);
        Assert.Null(Gazetteer.Shipped.Find("…", null, null));
        Assert.Null(Gazetteer.Shipped.Find("", null, null));
    }

    [Theory]
    [InlineData("Sinjar", null, "IQ", "GeoNames 448149")]
    [InlineData("Sinjar", "Ninawa", "IQ", "GeoNames 448149")]
    [InlineData("Sinjar", "Idlib Governorate", null, "GeoNames 164094")]
    [InlineData("Sinjar, Iraq", null, null, "GeoNames 448149")]
    [InlineData("Sinjar, Nineveh", null, null, "GeoNames 448149")]
    [InlineData("Al Mansurah", null, null, "GeoNames 360761")]
    [InlineData("Al Mansurah", "Raqqa", null, "GeoNames 8559276")]
    [InlineData("Rafah", null, null, "GeoNames 281102")]
    public void A_name_of_several_places_is_settled_by_province_country_or_many_more_people(string name, string? province, string? country, string reference) =>
        Assert.Equal(reference, Gazetteer.Shipped.Find(name, province, country)?.Reference);

    [Fact]
    public void A_name_that_nothing_settles_is_no_place()
    {
        Assert.Null(Gazetteer.Shipped.Find("Sinjar", null, null, out var reason));
        Assert.Equal("'Sinjar' may be Sinjār, Nineveh, Iraq or Sinjār, Idlib, Syria: say which province or country", reason);
    }

    [Fact]
    public void A_province_after_a_comma_counts() =>
        Assert.Equal(("GeoNames 98182", "Baghdad"), (Gazetteer.Shipped.Find("Baghdad, Iraq", null, null)?.Reference, Gazetteer.Shipped.Find("Baghdad, Baghdad Governorate", null, "IQ")?.Province));

    [Fact]
    public void It_is_loaded_in_no_time_and_takes_little_memory()
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        var gazetteer = Gazetteer.Load();
        var time = clock.Elapsed;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(5764, gazetteer.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{time.TotalMilliseconds:0} ms, {bytes / 1e6:0.0} MB");
        Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.InRange(bytes, long.MinValue, 20_000_000);
    }
}
