using System.Net;
using Dashboard.Web.Tests.Harness;

namespace Dashboard.Web.Tests.Endpoints;

public class HealthTests(StarterDashboard starter)
{
    [Fact]
    public async Task A_server_whose_store_answers_is_well()
    {
        using var answer = await starter.Server.GetAsync("/healthz");
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("ok", await starter.Server.TextAsync("/healthz"));
    }
}
