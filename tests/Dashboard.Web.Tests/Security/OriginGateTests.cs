using System.Net;
using System.Net.WebSockets;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Security;

public class OriginGateTests(StarterDashboard starter)
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    public static TheoryData<string> ForeignOrigins => ["http://elsewhere.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "file://", "x", "http://127.0.0.1.elsewhere.example"];

    public static TheoryData<string, string> CircuitAddresses => new()
    {
        { "POST", Negotiate },
        { "GET", "/_blazor?id=x" },
        { "POST", "/_blazor?id=x" },
        { "DELETE", "/_blazor?id=x" },
        { "POST", "/_blazor/disconnect" },
        { "GET", "/_BLAZOR?id=x" },
        { "GET", "/%5Fblazor?id=x" },
    };

    private string OwnOrigin => starter.Server.Address.GetLeftPart(UriPartial.Authority);

    [Theory, MemberData(nameof(ForeignOrigins))]
    public async Task A_page_of_another_origin_gets_no_circuit(string origin)
    {
        using var answer = await starter.Server.SendAsync(HttpMethod.Post, Negotiate, ("Origin", origin));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory, MemberData(nameof(CircuitAddresses))]
    public async Task No_way_to_a_circuit_is_open_to_another_origin(string method, string path)
    {
        using var answer = await starter.Server.SendAsync(new HttpMethod(method), path, ("Origin", "http://elsewhere.example"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory, MemberData(nameof(ForeignOrigins))]
    public async Task A_page_of_another_origin_changes_nothing(string origin)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            using var answer = await starter.Server.SendAsync(method, "/", ("Origin", origin));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_only_read_may_be_asked_for_by_any_page()
    {
        using var answer = await starter.Server.GetAsync("/", ("Origin", "http://elsewhere.example"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Our_own_page_and_one_without_an_origin_get_a_circuit()
    {
        using var own = await starter.Server.SendAsync(HttpMethod.Post, Negotiate, ("Origin", OwnOrigin));
        using var unnamed = await starter.Server.SendAsync(HttpMethod.Post, Negotiate);
        using var behindProxy = await starter.Server.SendAsync(HttpMethod.Post, Negotiate, ("Origin", "https://localhost"), ("Host", "localhost"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [own.StatusCode, unnamed.StatusCode, behindProxy.StatusCode]);
    }

    [Fact]
    public async Task A_web_socket_opens_for_our_own_page_and_for_no_other()
    {
        using var own = await OpenSocketAsync(OwnOrigin);
        Assert.Equal(WebSocketState.Open, own.State);

        using var foreign = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => OpenSocketAsync("http://elsewhere.example", foreign));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.HttpStatusCode);
    }

    private async Task<ClientWebSocket> OpenSocketAsync(string origin, ClientWebSocket? socket = null)
    {
        socket ??= new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        await socket.ConnectAsync(new UriBuilder(starter.Server.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);
        return socket;
    }
}
