using Dashboard.Web.Layout;

namespace Dashboard.Web.Links;

/// <summary>Pages that stay open and are seen through a link, by what opened it: they hear when it opens nothing any more, because it expired or somebody ended it.</summary>
public sealed class LinkedPages(Explorations explorations, TimeProvider clock, ILogger<LinkedPages> log) : OpenPages<string>(clock, log)
{
    protected override bool Holds(string ground) => explorations.Find(ground) is not null;
}
