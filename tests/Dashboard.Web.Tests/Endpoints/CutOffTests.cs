using Dashboard.Web.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Tests.Endpoints;

public class CutOffTests
{
    [Fact]
    public async Task What_takes_too_long_is_given_up_and_may_be_asked_again_later()
    {
        var context = new DefaultHttpContext();

        var answer = await CutOff.RunAsync(context, TimeSpan.FromMilliseconds(1), Endless);

        Assert.Equal((503, "2"), ((answer as IStatusCodeHttpResult)?.StatusCode, context.Response.Headers.RetryAfter.ToString()));
    }

    [Fact]
    public async Task Who_has_left_is_told_nothing()
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };

        Assert.IsType<EmptyHttpResult>(await CutOff.RunAsync(context, TimeSpan.FromMinutes(1), Endless));
        Assert.False(context.Response.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task What_is_quick_enough_is_answered() =>
        Assert.IsType<Ok>(await CutOff.RunAsync(new DefaultHttpContext(), TimeSpan.FromMinutes(1), _ => Task.FromResult<IResult>(TypedResults.Ok())));

    private static async Task<IResult> Endless(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        throw new InvalidOperationException("it was not told to stop");
    }
}
