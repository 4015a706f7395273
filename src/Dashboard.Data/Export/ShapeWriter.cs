using Dashboard.Data.Documents;

namespace Dashboard.Data.Export;

/// <summary>
/// The shape of an incident: as a geometry that every program understands, and beside it in the properties what GeoJSON has
/// no word for (precisions, places, the width of a corridor, the stops of a route), where that is not said already.
/// </summary>
internal static class ShapeWriter
{
    extension(JsonText json)
    {
        public void Geometry(ReadOnlySpan<byte> cut)
        {
            json.Name("geometry"u8);
            if (cut.IsEmpty)
            {
                json.Value("null"u8);
                return;
            }

            var shape = new CutShape(cut);
            json.Open('{');
            json.Name("type"u8);
            json.Text(TypeOf(shape.Name));
            json.Name("coordinates"u8);
            if (shape.Name.SequenceEqual("point"u8))
            {
                shape.Next(out var point);
                json.Position(point);
            }
            else if (shape.Name.SequenceEqual("polygon"u8))
            {
                json.Open('[');
                json.Positions(shape);
                json.Close(']');
            }
            else
            {
                json.Positions(shape);
            }

            json.Close('}');
        }

        public void ShapeDetail(in CutDocument document)
        {
            if (document.Shape.IsEmpty)
            {
                return;
            }

            var shape = new CutShape(document.Shape);
            json.Said("half_width_m"u8, shape.HalfWidth);
            if (shape.Name.SequenceEqual("multipoint"u8) || (shape.Name.SequenceEqual("point"u8) && !IsSaid(shape, document)))
            {
                json.Locations(shape);
            }
            else if (shape.Name.SequenceEqual("route"u8))
            {
                json.Stops(shape);
            }
        }

        private void Locations(CutShape shape)
        {
            json.Name("locations"u8);
            json.Open('[');
            while (shape.Next(out var point))
            {
                json.Open('{');
                json.LocationItems(point);
                json.Close('}');
            }

            json.Close(']');
        }

        private void Stops(CutShape shape)
        {
            json.Name("stops"u8);
            json.Open('[');
            while (shape.Next(out var stop))
            {
                json.Open('{');
                json.LocationItems(stop);
                json.Property("date"u8, stop.Date);
                json.Property("what"u8, stop.What);
                json.Basis(stop.Basis);
                json.Close('}');
            }

            json.Close(']');
        }

        private void LocationItems(in CutPoint location)
        {
            json.Property("precision_m"u8, location.Metres);
            json.Said("place"u8, location.Place);
        }

        private void Positions(CutShape shape)
        {
            json.Open('[');
            while (shape.Next(out var point))
            {
                json.Position(point);
            }

            json.Close(']');
        }

        private void Position(in CutPoint point)
        {
            json.Open('[');
            json.Value(point.Longitude);
            json.Value(point.Latitude);
            json.Close(']');
        }
    }

    private static ReadOnlySpan<byte> TypeOf(ReadOnlySpan<byte> shape) =>
        shape.SequenceEqual("point"u8) ? "Point"u8
        : shape.SequenceEqual("multipoint"u8) ? "MultiPoint"u8
        : shape.SequenceEqual("polygon"u8) ? "Polygon"u8
        : "LineString"u8;

    /// <summary>A point that is as precise as the incident and lies at its first place.</summary>
    private static bool IsSaid(CutShape shape, in CutDocument document)
    {
        shape.Next(out var point);
        var places = DocumentReader.InList(document.Places);
        return point.Metres.SequenceEqual(document.Precision) && point.Place.SequenceEqual(places.TryClose() ? "null"u8 : places.Cut());
    }
}
