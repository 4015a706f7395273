using System.Net;
using Dashboard.Web.Security;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Security;

public class HostGateTests(StarterDashboard starter)
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:9", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("elsewhere.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.elsewhere.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.2", HttpStatusCode.BadRequest)]
    [InlineData("*", HttpStatusCode.BadRequest)]
    public async Task Only_our_own_names_are_answered_to(string host, HttpStatusCode status)
    {
        using var answer = await starter.Server.GetAsync("/healthz", ("Host", host));
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public void The_names_are_this_machines_those_listened_at_and_those_allowed_by_the_settings()
    {
        var names = HostNames.From(["http://map.example:5080", "https://[fe80::1]:5081"], "desk.example; *.newsroom.example");
        Assert.Equal(
            ["localhost", "127.0.0.1", "[::1]", "map.example", "[fe80::1]", "desk.example", "*.newsroom.example"],
            names.Allowed.Select(name => name.ToString()));
    }

    [Fact]
    public void Listening_everywhere_names_nobody() =>
        Assert.Equal(
            ["localhost", "127.0.0.1", "[::1]"],
            HostNames.From(["http://*:5080", "http://+:5081"], null).Allowed.Select(name => name.ToString()).Distinct());
}
