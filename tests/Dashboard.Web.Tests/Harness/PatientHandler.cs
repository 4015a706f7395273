using System.Net;

namespace Dashboard.Web.Tests.Harness;

/// <summary>Asks again, as browsers do, where the server says that it is too busy now: tests run on busy machines too.</summary>
internal sealed class PatientHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostTries = 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.Content is not null || answer.StatusCode != HttpStatusCode.ServiceUnavailable || answer.Headers.RetryAfter is null || tries == MostTries)
            {
                return answer;
            }

            answer.Dispose();
        }
    }
}
