using Microsoft.AspNetCore.Diagnostics;

namespace Dashboard.Web.Endpoints;

/// <summary>An address without anything gets the page that says so, with its search, and status 404. Other refusals say what they are.</summary>
internal static class NotFoundAnswer
{
    public static void UseNotFoundPage(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode != StatusCodes.Status404NotFound)
            {
                context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
            }
        });
    }
}
