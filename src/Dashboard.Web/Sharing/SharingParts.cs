using Dashboard.Web.Bundles;
using Dashboard.Web.Embed;
using Dashboard.Web.Sharing.Citations;
using Dashboard.Web.Sharing.Codes;
using Dashboard.Web.Sharing.Pictures;
using Dashboard.Web.Stories;

namespace Dashboard.Web.Sharing;

/// <summary>What lets a view travel: pictures, citations, the words that other sites show beside a link.</summary>
internal static class SharingParts
{
    public static void AddSharing(this IServiceCollection services) => services.AddSingleton<PictureTools>().AddSingleton<PictureDesk>();

    public static void MapSharing(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPictures();
        endpoints.MapCitations();
        endpoints.MapEmbed();
        endpoints.MapOEmbed();
        endpoints.MapBundle();
        endpoints.MapQrCodes();
        endpoints.MapStories();
    }
}
