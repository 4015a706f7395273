namespace Dashboard.Web.Security;

/// <summary>Marks what has to do with frames; everything else shows none and is shown in none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FramingAttribute : Attribute
{
    /// <summary>True for a page that shows other pages of this server in frames.</summary>
    public bool ShowsOwnPages { get; init; }

    /// <summary>True for what other sites may show in a frame, if the setting Dashboard:EmbedIn names them.</summary>
    public bool IsShownElsewhere { get; init; }
}
