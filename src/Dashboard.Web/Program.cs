var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
var app = builder.Build();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<Dashboard.Web.App>().AddInteractiveServerRenderMode();
app.MapGet("/healthz", () => "ok");
app.Run();
