using Dashboard.Web.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Tests.Endpoints;

public class CutOffTests
{
    [Fact]
    public void What_takes_too_long_is_given_up_and_may_be_asked_again_later()
    {
        var context = new DefaultHttpContext();

        var problem = Assert.IsType<ProblemHttpResult>(CutOff.Run(context, TimeSpan.FromMilliseconds(1), Endless));

        Assert.Equal((503, "The server is too busy to count this now.", "2"), (problem.StatusCode, problem.ProblemDetails.Detail, context.Response.Headers.RetryAfter.ToString()));
    }

    [Fact]
    public void Who_has_left_is_told_nothing()
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };

        Assert.IsType<EmptyHttpResult>(CutOff.Run(context, TimeSpan.FromMinutes(1), Endless));
        Assert.False(context.Response.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public void What_is_quick_enough_is_answered() =>
        Assert.IsType<Ok>(CutOff.Run(new DefaultHttpContext(), TimeSpan.FromMinutes(1), _ => TypedResults.Ok()));

    private static IResult Endless(CancellationToken stop)
    {
        stop.WaitHandle.WaitOne();
        stop.ThrowIfCancellationRequested();
        throw new InvalidOperationException("it was not told to stop");
    }
}
