using Dashboard.Data;
using Dashboard.Data.Import;
using Dashboard.Domain;

namespace Dashboard.Web.Importing;

/// <summary>Mappings that were given a name, laid over another file.</summary>
internal static class SavedMapping
{
    /// <summary>The saved one that knows every column of this file, the last one saved first; else what was proposed.</summary>
    public static Mapping For(Mapping proposed, IReadOnlyList<NamedMapping> saved)
    {
        var columns = proposed.Columns.Select(column => column.Column).ToHashSet();
        var known = saved.LastOrDefault(named => columns.SetEquals(named.Mapping.Columns.Select(column => column.Column)));
        return known is null ? proposed : Over(proposed, known.Mapping);
    }

    /// <summary>The saved meaning of each column that it knows; the others stay as proposed.</summary>
    public static Mapping Over(Mapping proposed, Mapping saved)
    {
        var meanings = saved.Columns.DistinctBy(column => column.Column).ToDictionary(column => column.Column, column => column.Meaning);
        return saved with
        {
            Columns = proposed.Columns
                .Select(column => column with { Meaning = meanings.GetValueOrDefault(column.Column, column.Meaning) })
                .ToValueList(),
        };
    }
}
