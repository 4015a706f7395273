using System.Text.RegularExpressions;
using Dashboard.Domain.Querying;
using FsCheck;
using FsCheck.Fluent;

namespace Dashboard.Domain.Tests.Querying;

public partial class ViewStateCodecProperties
{
    private static readonly string[] _keys =
        ["from", "to", "kind", "actor", "country", "source", "status", "q", "bbox", "precision", "dataset", "map", "sel", "tz", "lens", "unmentioned", "asof", "mode", "sort", "utm_source", ""];

    private static readonly string[] _pieces =
        ["&", "=", "?", "%", "%zz", "%C3", "%E2%80", "%00", "%0A", "+", "2024-02-30", "2024-02-03", "T10:00Z", "-1", "NaN", "1e9", ",", "91", "us-eastern", "-time", "\uD800", "\uDC00", "\uFFFD", "\0", "ض", "🚁"];

    [Fact]
    public void Any_view_survives_being_written_and_read_with_nothing_ignored() =>
        ForAll(ViewStates.Any, view =>
        {
            var address = ViewStateCodec.Format(view);
            Assert.Equal(new ParsedView(view, []), ViewStateCodec.Parse(address));
            Assert.Equal(new ParsedView(view, []), ViewStateCodec.Parse("?" + address));
        });

    [Fact]
    public void An_address_holds_only_characters_that_every_chat_and_mail_keeps_in_a_link() =>
        ForAll(ViewStates.Any, view => Assert.Matches(SafeAddress(), ViewStateCodec.Format(view)));

    [Fact]
    public void Any_text_gives_a_view_whose_address_is_canonical() =>
        ForAll(Gen.OneOf(Garbage, Bytes, ViewStates.Any.SelectMany(Damaged)), text =>
        {
            var parsed = ViewStateCodec.Parse(text);
            var address = ViewStateCodec.Format(parsed.View);
            Assert.Equal(new ParsedView(parsed.View, []), ViewStateCodec.Parse(address));
            Assert.Equal(address, ViewStateCodec.Format(ViewStateCodec.Parse(address).View));
        });

    [Fact]
    public void What_is_ignored_can_be_shown_on_a_page() =>
        ForAll(Gen.OneOf(Garbage, Bytes), text =>
            Assert.All(ViewStateCodec.Parse(text).Ignored, ignored =>
            {
                Assert.InRange(ignored.Key.Length, 0, 80);
                Assert.InRange(ignored.Reason.Length, 1, 200);
                Assert.DoesNotContain(ignored.Key + ignored.Reason, char.IsControl);
            }));

    [GeneratedRegex(@"^([A-Za-z0-9\-._~,:/=&]|%[0-9A-F]{2})*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SafeAddress();

    private static Gen<string> Garbage => Gen.ListOf(Gen.Frequency(
        (3, Gen.Elements(_keys).Select(key => $"&{key}=")),
        (4, Gen.Elements(_pieces)),
        (1, ViewStates.Text))).Select(string.Concat);

    private static Gen<string> Bytes => Gen.ListOf(Gen.Choose(0, char.MaxValue)).Select(codes => string.Concat(codes.Select(code => (char)code)));

    /// <summary>A good address with one character lost or changed.</summary>
    private static Gen<string> Damaged(ViewState view)
    {
        var address = ViewStateCodec.Format(view) + "&q=x";
        return from at in Gen.Choose(0, address.Length - 1)
               from piece in Gen.Elements(["", .. _pieces])
               select address[..at] + piece + address[(at + 1)..];
    }

    private static void ForAll<T>(Gen<T> generator, Action<T> holds) =>
        Prop.ForAll(generator.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));
}
