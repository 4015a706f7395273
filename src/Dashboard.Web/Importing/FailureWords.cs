using Dashboard.Data;
using Dashboard.Domain;

namespace Dashboard.Web.Importing;

/// <summary>What went wrong, for a person: what they can act on as it is, anything else without its inside.</summary>
internal static class FailureWords
{
    public static string Of(Exception problem) => problem switch
    {
        RefusedException or StoreRefusedException => problem.Message,
        IOException or UnauthorizedAccessException => $"{problem.Message.Split('\n')[0].TrimEnd('.')}. Nothing was changed.",
        _ => "Something failed on the server; its log says what. Nothing was changed.",
    };
}
