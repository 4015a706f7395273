using Dashboard.Domain.Time;

namespace Dashboard.Data.Import.Codebooks;

/// <summary>Where the columns of UCDP GED are in one file, in either layout and any order.</summary>
internal sealed class UcdpGedCells
{
    private readonly int[] _keptAlways;
    private readonly List<int> _kept = [];

    public UcdpGedCells(RowCells row, int columns)
    {
        Id = row.Column("id");
        Kind = row.Column("type_of_violence");
        SideA = row.Column("side_a");
        SideB = row.Column("side_b");
        Article = row.Column("source_article");
        Offices = row.Column("source_office");
        Dates = row.Column("source_date");
        Headlines = row.Column("source_headline");
        WherePrecision = row.Column("where_prec");
        Place = row.Column("where_coordinates");
        WhereDescription = row.Column("where_description");
        Province = row.Column("adm_1");
        Country = row.Column("country");
        Latitude = row.Column("latitude");
        Longitude = row.Column("longitude");
        Wkt = row.Column("geom_wkt");
        DatePrecision = row.Column("date_prec");
        Start = row.Column("date_start");
        End = row.Column("date_end");
        Low = row.Column("low", "low_est");
        Best = row.Column("best", "best_est");
        High = row.Column("high", "high_est");
        Year = row.Column("year");
        int[] placed =
            [Id, SideA, SideB, Article, Offices, Dates, Headlines, Place, WhereDescription, Province, Latitude, Longitude, Start, End, Low, Best, High];
        _keptAlways = [.. Enumerable.Range(0, columns).Except(placed)];
    }

    public int Id { get; }

    public int Kind { get; }

    public int SideA { get; }

    public int SideB { get; }

    public int Article { get; }

    public int Offices { get; }

    public int Dates { get; }

    public int Headlines { get; }

    public int WherePrecision { get; }

    public int Place { get; }

    public int WhereDescription { get; }

    public int Province { get; }

    public int Country { get; }

    public int Latitude { get; }

    public int Longitude { get; }

    public int Wkt { get; }

    public int DatePrecision { get; }

    public int Start { get; }

    public int End { get; }

    public int Low { get; }

    public int Best { get; }

    public int High { get; }

    public int Year { get; }

    /// <summary>The columns that have no place of their own, for the row at hand: a point or a year said twice is left out.</summary>
    public IReadOnlyList<int> Kept(RowCells row, Occurrence? occurrence)
    {
        _kept.Clear();
        foreach (var column in _keptAlways)
        {
            var isSaidTwice = (column == Wkt && IsThePoint(row))
                || (column == Year && occurrence is not null && int.TryParse(row.Text(Year), out var year) && year == occurrence.Start.Year);
            if (!isSaidTwice)
            {
                _kept.Add(column);
            }
        }

        return _kept;
    }

    private bool IsThePoint(RowCells row)
    {
        const string Opening = "POINT (";
        var wkt = row.Text(Wkt).AsSpan();
        var longitude = row.Text(Longitude);
        return wkt.StartsWith(Opening)
            && wkt[Opening.Length..].StartsWith(longitude)
            && wkt[(Opening.Length + longitude.Length)..] is [' ', .. var latitude, ')']
            && latitude.SequenceEqual(row.Text(Latitude));
    }
}
