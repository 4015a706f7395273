namespace Dashboard.Web.Endpoints;

/// <summary>The files that come with the program: scripts, styles, icons, the base map.</summary>
internal static class StaticAssets
{
    public static IWebHostBuilder ServeStaticAssets(this IWebHostBuilder web, IWebHostEnvironment environment)
    {
        // Outside Development the files of a program that was built and not published are not found by themselves, and
        // answer 200 with nothing in it.
        web.UseStaticWebAssets();

        // What the build compressed and named by its content is sent as it is, and may be kept for good. By default a
        // built program looks for later edits instead: nothing is kept, and gzip only wraps.
        return environment.IsDevelopment() ? web : web.UseSetting("ReloadStaticAssetsAtRuntime", "false");
    }
}
