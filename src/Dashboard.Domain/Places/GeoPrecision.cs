namespace Dashboard.Domain.Places;

/// <summary>The radius in metres within which a point is true. It says nothing about who is right.</summary>
public readonly record struct GeoPrecision
{
    /// <summary>Beyond this radius a point stands for a province or a country and is not placed on the map.</summary>
    public const double PlacedLimitMetres = 100_000;

    private const double HalfEarthMetres = 20_037_508;

    public GeoPrecision(double metres)
    {
        Refuse.If(!(metres >= 0 && metres <= HalfEarthMetres), $"a precision of {metres} m is not a radius on Earth");
        Metres = metres;
    }

    public double Metres { get; }

    public bool IsPlaced => Metres <= PlacedLimitMetres;
}
