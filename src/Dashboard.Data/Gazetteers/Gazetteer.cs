namespace Dashboard.Data.Gazetteers;

/// <summary>Places by name, as shipped.</summary>
internal sealed class Gazetteer
{
    internal const string GeoNames = "GeoNames ";

    private static readonly Lazy<Gazetteer> _shipped = new(() => new());

    public static Gazetteer Shipped => _shipped.Value;

    public GazetteerEntry? Find(string name, string? province, string? country) => null;
}
