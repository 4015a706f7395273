using System.Text.Json;
using Dashboard.Domain;
using Dashboard.Domain.Accounts;
using Dashboard.Web.Accounts;

namespace Dashboard.Web.CommandLine;

/// <summary>Changes to accounts while a server has the data directory: the server makes them.</summary>
internal sealed class ServerAccounts : IDisposable
{
    private readonly HttpClient _client;

    public ServerAccounts(RunningServer server)
    {
        _client = new HttpClient { BaseAddress = server.Address };
        _client.DefaultRequestHeaders.Add(OwnerKey.Header, server.Key);
    }

    /// <param name="verb">add, disable, enable or reset.</param>
    /// <exception cref="RefusedException">The server refuses it, and says why.</exception>
    public async Task<AccountAnswer> DoAsync(string verb, string name, Role role, CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent([new("name", name), new("role", RoleWords.Of(role))]);
        using var response = await _client.PostAsync(new Uri(AccountAddresses.Of(verb), UriKind.Relative), form, stop);
        if (response.IsSuccessStatusCode)
        {
            return (await response.Content.ReadFromJsonAsync(AccountJson.Default.AccountAnswer, stop))!;
        }

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(stop);
        throw new RefusedException(problem.TryGetProperty("detail", out var detail) ? detail.GetString()! : $"The server answered {(int)response.StatusCode}.");
    }

    public void Dispose() => _client.Dispose();
}
