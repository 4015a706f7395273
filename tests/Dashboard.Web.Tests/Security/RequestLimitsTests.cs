using System.Net;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Security;

public class RequestLimitsTests(StarterDashboard starter)
{
    [Theory]
    [InlineData(32 * 1024, true)]
    [InlineData((32 * 1024) + 1, false)]
    public async Task A_circuit_ends_on_a_message_of_more_than_32_KB(int bytes, bool lives)
    {
        using var circuit = await RawCircuit.ConnectAsync(starter.Server.Address);
        await circuit.SendPingAsync(bytes);
        Assert.Equal(lives, await circuit.AnswersAsync());
    }

    [Fact]
    public async Task A_long_address_still_gets_a_page_and_an_endless_one_is_refused()
    {
        using var readable = await starter.Server.GetAsync($"/?q={new string('x', 12_000)}");
        using var endless = await starter.Server.GetAsync($"/?q={new string('x', 40_000)}");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.RequestUriTooLong], [readable.StatusCode, endless.StatusCode]);
    }

    [Fact]
    public async Task A_body_of_more_than_readers_ever_send_is_refused()
    {
        using var client = new HttpClient { BaseAddress = starter.Server.Address };
        using var answer = await client.PostAsync(StarterDashboard.Swallow, new ByteArrayContent(new byte[300 * 1024]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }
}
