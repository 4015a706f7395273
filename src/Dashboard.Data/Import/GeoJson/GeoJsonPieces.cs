namespace Dashboard.Data.Import.GeoJson;

/// <summary>
/// The features of a file, one at a time, whatever shape it has: a collection, a single feature or geometry, or one after
/// the other (on lines, or as text sequences of RFC 8142).
/// </summary>
/// <exception cref="UnreadableFileException">It is no GeoJSON, or breaks the rules of JSON.</exception>
internal sealed class GeoJsonPieces(Stream file, CancellationToken stop)
{
    /// <summary>The most bytes of one feature.</summary>
    public const int LongestFeature = 16 << 20;

    /// <summary>The most bytes of what our own export says before its features.</summary>
    public const int LongestHeader = 64 << 20;

    private const string Feature = "a feature";

    private readonly JsonPieces _pieces = new(file, stop);

    public IEnumerable<GeoJsonPiece> All()
    {
        if (_pieces.Peek() is null)
        {
            throw new UnreadableFileException(FileFault.Empty, "the file is empty");
        }

        while (_pieces.Peek() is { } next)
        {
            if (next != '{')
            {
                throw new UnreadableFileException(_pieces.Line == 1 ? FileFault.WrongType : FileFault.Unreadable,
                    $"line {_pieces.Line}: this is no GeoJSON, which is a FeatureCollection or one Feature after the other");
            }

            foreach (var piece in Text())
            {
                yield return piece;
            }
        }
    }

    /// <summary>One object at the top: kept whole until it shows that it is a collection.</summary>
    private IEnumerable<GeoJsonPiece> Text()
    {
        var line = _pieces.Line;
        var isCollection = false;
        var hasFeatures = false;
        string? otherSystem = null;
        _pieces.Keep();
        _pieces.Take('{', Feature);
        if (!_pieces.TryTake('}'))
        {
            do
            {
                switch (Name())
                {
                    case Member.Features:
                        Refuse(hasFeatures, "there are features twice");
                        Refuse(otherSystem is not null, $"{otherSystem}");
                        _pieces.LetGo();
                        isCollection = hasFeatures = true;
                        foreach (var feature in Features())
                        {
                            yield return feature;
                        }

                        break;
                    case Member.Header:
                        _pieces.Peek();
                        var at = _pieces.Line;
                        var header = _pieces.Cut(LongestHeader, "the part 'dashboard'");
                        Refuse(hasFeatures && HeaderReader.IsOurs(header), "the part 'dashboard' must stand before the features");
                        yield return new GeoJsonPiece(PieceNature.Header, header, at);
                        break;
                    case Member.Type:
                        isCollection |= IsCollection(_pieces.Cut(LongestFeature, Feature));
                        break;
                    case Member.ReferenceSystem:
                        otherSystem = ReferenceSystem.Fault(_pieces.Cut(LongestFeature, "the part 'crs'"));
                        break;
                    default:
                        _pieces.Cut(LongestFeature, Feature);
                        break;
                }

                if (isCollection)
                {
                    // A feature by itself is looked at as a whole, and refused alone.
                    Refuse(otherSystem is not null, $"{otherSystem}");
                    _pieces.LetGo();
                }
                else if (_pieces.KeptLength > LongestFeature)
                {
                    throw new UnreadableFileException(FileFault.TooLarge, $"line {line}: {Feature} is longer than {LongestFeature >> 20} MB");
                }
            }
            while (_pieces.TryTake(','));
            _pieces.Take('}', Feature);
        }

        if (!isCollection)
        {
            yield return new GeoJsonPiece(PieceNature.Feature, _pieces.Kept, line);
            _pieces.LetGo();
        }

        Refuse(isCollection && !hasFeatures, "a FeatureCollection without features");
    }

    private IEnumerable<GeoJsonPiece> Features()
    {
        const string Within = "the list of features";
        _pieces.Take('[', Within);
        if (_pieces.TryTake(']'))
        {
            yield break;
        }

        do
        {
            if (_pieces.Peek() is null)
            {
                throw _pieces.BrokenOff(Within);
            }

            var line = _pieces.Line;
            yield return new GeoJsonPiece(PieceNature.Feature, _pieces.Cut(LongestFeature, Feature), line);
        }
        while (_pieces.TryTake(','));
        _pieces.Take(']', Within);
    }

    private Member Name()
    {
        Refuse(_pieces.Peek() is { } next && next != '"', "the name of a part must stand in quotes");
        var member = Quoted(_pieces.Cut(LongestFeature, Feature).Span);
        _pieces.Take(':', Feature);
        return member;
    }

    private static Member Quoted(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("\"type\""u8) => Member.Type,
        _ when name.SequenceEqual("\"features\""u8) => Member.Features,
        _ when name.SequenceEqual("\"dashboard\""u8) => Member.Header,
        _ when name.SequenceEqual("\"crs\""u8) => Member.ReferenceSystem,
        _ => Member.Other,
    };

    private static bool IsCollection(ReadOnlyMemory<byte> type)
    {
        if (type.Span.SequenceEqual("\"Topology\""u8))
        {
            throw new UnreadableFileException(FileFault.WrongType, "the file is TopoJSON; convert it to GeoJSON first (topo2geo, mapshaper)");
        }

        return type.Span.SequenceEqual("\"FeatureCollection\""u8);
    }

    private void Refuse(bool condition, string message)
    {
        if (condition)
        {
            throw new UnreadableFileException(FileFault.Unreadable, $"line {_pieces.Line}: {message}");
        }
    }

    private enum Member
    {
        Other,
        Type,
        Features,
        Header,
        ReferenceSystem,
    }
}
