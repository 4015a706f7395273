using Dashboard.Browser.Tests.Harness;
using Dashboard.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>A page that stays open while its session ends elsewhere becomes a reader's.</summary>
public sealed class SigningOutTests
{
    [Fact]
    public async Task Signing_out_in_another_tab_takes_the_controls_for_changes_away_and_leaves_the_view()
    {
        await using var server = await DashboardServer.StartAsync(ManyLeads.Dataset);
        await using var chromium = await Chromium.LaunchAsync();
        await using var editor = await Reader.ArriveAsync(chromium, server, "/licences", isElsewhere: true);
        await editor.MakeFirstAccountAsync(server);
        await editor.GoAsync($"/?leads=only&sel={ManyLeads.Slug(1)}");
        var promote = editor.Page.GetByRole(AriaRole.Button, new() { Name = "Promote to incident" });
        await promote.WaitForAsync();
        var (address, title) = (editor.Page.Url, await editor.OpenIncident.InnerTextAsync());
        var import = await editor.OpenTabAsync("/import");
        await import.Locator("form.drop").WaitForAsync();

        var account = await editor.OpenTabAsync("/account");
        await account.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();

        await editor.Page.GetByText("You are signed out. What is shown stays; to change data, sign in again.").WaitForAsync();
        await Assertions.Expect(promote).ToHaveCountAsync(0);
        Assert.Equal((address, title), (editor.Page.Url, await editor.OpenIncident.InnerTextAsync()));
        var late = await editor.Page.APIRequest.PostAsync(new Uri(server.Address, $"/leads/{ManyLeads.Slug(1)}/promote").ToString());
        Assert.Equal(403, late.Status);

        await import.GetByText("You are signed out.").WaitForAsync();
        await Assertions.Expect(import.Locator("form.drop")).ToBeHiddenAsync();

        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Assertions.Expect(editor.Page.Locator(".session-note-box")).ToHaveCountAsync(0);
        Assert.Equal(title, await editor.OpenIncident.InnerTextAsync());
    }
}
