namespace Dashboard.Drawing.Maps;

/// <summary>
/// A part of the world in Web Mercator, and the rectangle of a sheet that it fills. In the unit square x and y go from 0 to 1,
/// from the north-west of the world.
/// </summary>
/// <param name="X">Of the rectangle on the sheet, in pixels.</param>
/// <param name="Y">Of the rectangle on the sheet, in pixels.</param>
/// <param name="Zoom">The world is 2^zoom × 256 pixels wide.</param>
/// <param name="Left">Of the frame in the unit square.</param>
/// <param name="Top">Of the frame in the unit square.</param>
public sealed record MapFrame(double X, double Y, double Width, double Height, double Zoom, double Left, double Top)
{
    private const double TilePixels = 256;
    private const double MostLatitude = 85.0511;
    private const double EquatorMetres = 40_075_016.686;

    /// <summary>How wide the world is, in pixels.</summary>
    public double World => TilePixels * Math.Pow(2, Zoom);

    /// <summary>A frame with a place in its middle.</summary>
    public static MapFrame Around(double x, double y, double width, double height, (double X, double Y) middle, double zoom)
    {
        var world = TilePixels * Math.Pow(2, zoom);
        return new MapFrame(x, y, width, height, zoom, middle.X - (width / world / 2), middle.Y - (height / world / 2));
    }

    /// <summary>A place in the unit square.</summary>
    public static (double X, double Y) Square(double latitude, double longitude)
    {
        var sine = Math.Sin(double.DegreesToRadians(Math.Clamp(latitude, -MostLatitude, MostLatitude)));
        return ((longitude / 360) + 0.5, 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
    }

    /// <summary>Where a point of the unit square is on the sheet: of the copies of the world, the one nearest to the frame's middle.</summary>
    public (double X, double Y) OnSheet((double X, double Y) square)
    {
        var middle = Left + (Width / World / 2);
        return OnSheet(square.X - Math.Round(square.X - middle), square.Y);
    }

    /// <summary>Where a point of the unit square is on the sheet, or of a copy of it to the left or right.</summary>
    public (double X, double Y) OnSheet(double x, double y) => (X + ((x - Left) * World), Y + ((y - Top) * World));

    /// <summary>Metres on the ground as pixels, at a latitude.</summary>
    public double Pixels(double metres, double latitude) => metres / (EquatorMetres * Math.Cos(double.DegreesToRadians(latitude))) * World;

    /// <summary>The latitude at a height of the sheet.</summary>
    public double LatitudeAt(double y) => double.RadiansToDegrees(Math.Atan(Math.Sinh((0.5 - (Top + ((y - Y) / World))) * 2 * Math.PI)));

    /// <summary>Whether a point of the sheet is in the frame, or beside it by no more than a margin.</summary>
    public bool IsNear((double X, double Y) point, double margin) =>
        point.X >= X - margin && point.Y >= Y - margin && point.X <= X + Width + margin && point.Y <= Y + Height + margin;
}
