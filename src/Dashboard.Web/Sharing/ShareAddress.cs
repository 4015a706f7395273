using Dashboard.Domain.Querying;

namespace Dashboard.Web.Sharing;

/// <summary>The addresses under which a view travels.</summary>
internal static class ShareAddress
{
    public const string Preview = "/preview.png";

    public static string OfPreview(ViewState view) => With(Preview, ViewStateCodec.Format(view));

    /// <summary>The page from which a view is taken along.</summary>
    public static string OfPage(ViewState view) => With("/share", ViewStateCodec.Format(view));

    /// <summary>The address of the view as a QR code.</summary>
    public static string OfCode(ViewState view) => With("/qr.svg", ViewStateCodec.Format(view));

    /// <param name="format">png or svg.</param>
    public static string OfPicture(string format, ViewState view, int scale = 1) =>
        With($"/picture.{format}", ViewStateCodec.Format(view), scale == 1 ? "" : FormattableString.Invariant($"scale={scale}"));

    /// <param name="format">txt, bib or ris.</param>
    public static string OfCitation(string format, ViewState view) => With($"/citation.{format}", ViewStateCodec.Format(view));

    /// <summary>What the view shows, as evidence.</summary>
    public static string OfBundle(ViewState view) => With("/bundle.zip", ViewStateCodec.Format(view));

    private static string With(string path, params IEnumerable<string> parts)
    {
        var query = string.Join('&', parts.Where(part => part.Length > 0));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
