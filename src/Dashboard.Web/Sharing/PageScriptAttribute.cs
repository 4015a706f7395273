namespace Dashboard.Web.Sharing;

/// <summary>Marks a page that is plain HTML with a small bundle of its own, and no circuit.</summary>
/// <param name="path">Below the web root.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PageScriptAttribute(string path) : Attribute
{
    public string Path => path;
}
