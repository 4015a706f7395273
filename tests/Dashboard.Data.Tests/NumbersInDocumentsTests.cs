using System.Globalization;
using System.Text;
using Dashboard.Data.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Data.Tests;

public sealed class NumbersInDocumentsTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("15.6995")]
    [InlineData("-179.99999")]
    [InlineData("0.1")]
    [InlineData("0.30000000000001")]
    [InlineData("999999999999999")]
    [InlineData("9999999999999999")]
    [InlineData("0.30000000000000004")]
    [InlineData("1E-05")]
    [InlineData("1.7976931348623157E+308")]
    public void A_number_is_the_one_that_parsing_finds(string number) => Same(number);

    [Fact]
    public void Any_number_is_the_one_that_was_written()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), number => Same(number.Get.ToString("R", CultureInfo.InvariantCulture))));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Gen.Choose(-18_000_000, 18_000_000).ToArbitrary(), number => Same((number / 1e5).ToString("R", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("1-2")]
    [InlineData("true")]
    public void What_is_none_is_none(string value) => Assert.Null(JsonBytes.TryNumber(Encoding.UTF8.GetBytes(value)));

    private static void Same(string number) => Assert.Equal(
        BitConverter.DoubleToInt64Bits(double.Parse(number, CultureInfo.InvariantCulture)),
        BitConverter.DoubleToInt64Bits(JsonBytes.TryNumber(Encoding.UTF8.GetBytes(number))!.Value));
}
