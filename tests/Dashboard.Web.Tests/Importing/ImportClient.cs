using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Importing;

/// <summary>A program that brings files in over HTTP.</summary>
internal static class ImportClient
{
    private static readonly TimeSpan _pulse = TimeSpan.FromMilliseconds(25);

    /// <summary>Sends a file, and waits until its import goes on no further by itself.</summary>
    public static async Task<JsonElement> ImportAsync(this RunningDashboard server, string text, string name, string? dataset = null)
    {
        using var answer = await server.PostAsync($"/imports?name={Uri.EscapeDataString(name)}{(dataset is null ? "" : $"&dataset={dataset}")}", Files.Body(text));
        return await server.RestedAsync((await JsonAsync(answer)).GetProperty("id").GetString()!);
    }

    /// <summary>Takes the next step with the import, and waits again.</summary>
    public static async Task<JsonElement> StepAsync(this RunningDashboard server, JsonElement import, string step, HttpContent? content = null)
    {
        var id = import.GetProperty("id").GetString()!;
        using var answer = await server.PostAsync($"/imports/{id}/{step}", content);
        return await server.RestedAsync(id);
    }

    public static async Task<JsonElement> RestedAsync(this RunningDashboard server, string id)
    {
        using var pulse = new PeriodicTimer(_pulse);
        while (true)
        {
            using var answer = await server.GetAsync($"/imports/{id}");
            var import = await JsonAsync(answer);
            if (import.GetProperty("state").GetString() is not ("receiving" or "waiting" or "staging" or "committing"))
            {
                return import;
            }

            await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>"ready: 2 added, 0 changed, 0 unchanged, 1 refused".</summary>
    public static string Summary(this JsonElement import) => import.GetProperty("added").ValueKind == JsonValueKind.Null
        ? import.GetProperty("state").GetString()!
        : $"{import.GetProperty("state")}: {import.GetProperty("added")} added, {import.GetProperty("changed")} changed, {import.GetProperty("unchanged")} unchanged, {import.GetProperty("refused")} refused";

    public static Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
