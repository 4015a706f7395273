namespace Dashboard.Web.Importing;

/// <summary>What the address of an import says that was here and is no more.</summary>
internal static class GoneWords
{
    public const string Title = "This import is gone";

    public const string Detail = "A file that nobody commits is kept for a day. Nothing of this one was stored: add it again.";
}
