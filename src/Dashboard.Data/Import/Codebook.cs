namespace Dashboard.Data.Import;

/// <summary>The layouts that are recognised by what a file holds, whatever it is called.</summary>
public enum Codebook
{
    /// <summary>A table that no codebook describes: its columns mean what a <see cref="Mapping"/> says.</summary>
    Table,

    UcdpGed,
    Acled,

    /// <summary>57 or 58 columns.</summary>
    Gdelt1,

    /// <summary>61 columns.</summary>
    Gdelt2,

    /// <summary>Any GeoJSON, also newline-delimited.</summary>
    GeoJson,

    /// <summary>Our own export as GeoJSON.</summary>
    DashboardGeoJson,

    /// <summary>Our own export as CSV.</summary>
    DashboardCsv,
}
