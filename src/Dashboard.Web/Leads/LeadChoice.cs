using Dashboard.Domain.Querying;

namespace Dashboard.Web.Leads;

/// <summary>Whether a view leaves leads out, shows them among the incidents, or shows nothing else.</summary>
public static class LeadChoice
{
    public static bool IsShown(ViewState view) => view.Query.Leads != LeadView.Hidden;

    public static bool IsAlone(ViewState view) => view.Query.Leads == LeadView.Only;

    /// <summary>The view with leads shown, or left out again.</summary>
    public static ViewState Toggled(ViewState view) => With(view, IsShown(view) ? LeadView.Hidden : LeadView.Shown);

    /// <summary>The view with nothing but leads, or with the incidents beside them again.</summary>
    public static ViewState ToggledAlone(ViewState view) => With(view, IsAlone(view) ? LeadView.Shown : LeadView.Only);

    private static ViewState With(ViewState view, LeadView leads) => view with { Query = view.Query with { Leads = leads } };
}
