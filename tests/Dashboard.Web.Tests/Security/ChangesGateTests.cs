using System.Net;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Security;

public class ChangesGateTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.168.1.7", false)]
    [InlineData("::ffff:192.168.1.7", false)]
    [InlineData(null, false)]
    public void Only_this_machine_may_change_anything(string? address, bool expected) => Assert.Equal(expected, IsOpenTo(address, "this-machine"));

    [Fact]
    public void With_the_setting_anyone_may() => Assert.True(IsOpenTo("192.168.1.7", "anyone"));

    [Fact]
    public void Another_setting_is_refused_at_the_start() =>
        Assert.Equal("Dashboard:ChangesFrom is 'me'. It can be this-machine or anyone.", Assert.Throws<StartRefusedException>(() => Settings("me")).Message);

    private static bool IsOpenTo(string? address, string changesFrom)
    {
        using var services = new ServiceCollection().AddSingleton(Settings(changesFrom)).BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        return ChangesGate.IsOpenTo(context);
    }

    private static ServeSettings Settings(string changesFrom) => new ServeOptions(null, "data").Or(
        new ConfigurationBuilder().AddInMemoryCollection([new("Dashboard:ChangesFrom", changesFrom)]).Build());
}
