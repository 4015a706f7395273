namespace Dashboard.Web.Sharing.Pictures;

/// <summary>How a picture of a view is divided, from the top: what it is, the map, the timeline, where it comes from. In pixels.</summary>
internal sealed record SheetLayout
{
    public const int Margin = 28;

    /// <summary>As chats and networks show it, mostly much smaller: large letters, and nothing to look up.</summary>
    public static SheetLayout Preview { get; } = new()
    {
        Width = 1200,
        Height = 630,
        Header = 108,
        Timeline = 104,
        Footer = 34,
        TitleLetters = 30,
        CountLetters = 24,
        SmallLetters = 15,
        SignSize = 1.35,
        IsComplete = false,
    };

    /// <summary>To be printed and published: with legend, scale and the address.</summary>
    public static SheetLayout Complete { get; } = new()
    {
        Width = 1200,
        Height = 900,
        Header = 92,
        Timeline = 128,
        Footer = 62,
        TitleLetters = 26,
        CountLetters = 18,
        SmallLetters = 13,
        SignSize = 1.1,
        IsComplete = true,
    };

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int Header { get; init; }

    public required int Timeline { get; init; }

    public required int Footer { get; init; }

    public required double TitleLetters { get; init; }

    public required double CountLetters { get; init; }

    public required double SmallLetters { get; init; }

    /// <summary>How large signs are; 1 is as on screen.</summary>
    public required double SignSize { get; init; }

    /// <summary>Whether there are a legend, a scale and the address.</summary>
    public required bool IsComplete { get; init; }

    public int MapHeight => Height - Header - Timeline - Footer;
}
