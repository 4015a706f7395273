namespace Dashboard.Data.Documents;

/// <summary>The shape in a document, its points each as they lie there; see <see cref="GeometryJson"/>.</summary>
internal ref struct CutShape
{
    private DocumentReader _list;

    public CutShape(ReadOnlySpan<byte> json)
    {
        _list = DocumentReader.InList(json);
        Name = _list.Cut()[1..^1];
        HalfWidth = Name.SequenceEqual("line"u8) ? _list.Cut() : default;
    }

    /// <summary>Without quotes.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Of a line, or null.</summary>
    public ReadOnlySpan<byte> HalfWidth { get; }

    /// <summary>Goes on to the next point; false after the last.</summary>
    public bool Next(out CutPoint point)
    {
        var isThere = !_list.TryClose();
        point = isThere ? new CutPoint(_list.Cut()) : default;
        return isThere;
    }
}

/// <summary>A point of a shape. What is not said of one of its kind is empty.</summary>
internal readonly ref struct CutPoint
{
    public CutPoint(ReadOnlySpan<byte> json)
    {
        var list = DocumentReader.InList(json);
        Latitude = list.Cut();
        Longitude = list.Cut();
        if (list.TryClose())
        {
            return;
        }

        Metres = list.Cut();
        Place = list.Cut();
        if (list.TryClose())
        {
            return;
        }

        Date = list.Cut();
        What = list.Cut();
        Basis = list;
        IsStop = true;
    }

    /// <summary>True for a stop of a route: it has a day, and what it is and what it rests on are said.</summary>
    public bool IsStop { get; }

    public ReadOnlySpan<byte> Latitude { get; }

    public ReadOnlySpan<byte> Longitude { get; }

    public ReadOnlySpan<byte> Metres { get; }

    /// <summary>The id of its place, or null.</summary>
    public ReadOnlySpan<byte> Place { get; }

    public ReadOnlySpan<byte> Date { get; }

    public ReadOnlySpan<byte> What { get; }

    /// <summary>Of a stop: stands in its list, the rest of which is what the stop rests on.</summary>
    public DocumentReader Basis { get; }
}
