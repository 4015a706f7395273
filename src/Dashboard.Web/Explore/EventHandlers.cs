using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Explore;

/// <summary>What the browser tells the page when a person changed the view there: the query of the address bar.</summary>
public sealed class ViewChangedEventArgs : EventArgs
{
    public string Query { get; set; } = "";
}

/// <summary>Makes <c>@onviewchanged</c> known to Razor.</summary>
[EventHandler("onviewchanged", typeof(ViewChangedEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers;
