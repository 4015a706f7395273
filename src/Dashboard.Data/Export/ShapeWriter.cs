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
        /// <summary>The geometry, its coordinates with no more digits than are true.</summary>
        /// <param name="precision">Of the incident.</param>
        /// <returns>True where digits were left out.</returns>
        public bool Geometry(ReadOnlySpan<byte> cut, ReadOnlySpan<byte> precision)
        {
            json.Name("geometry"u8);
            if (cut.IsEmpty)
            {
                json.Value("null"u8);
                return false;
            }

            var shape = new CutShape(cut);
            var digits = AllowedDigits.Of(shape, precision);
            var isShortened = false;
            json.Open('{');
            json.Name("type"u8);
            json.Text(TypeOf(shape.Name));
            json.Name("coordinates"u8);
            if (shape.Name.SequenceEqual("point"u8))
            {
                shape.Next(out var point);
                isShortened = json.Position(point, digits[0]);
            }
            else if (shape.Name.SequenceEqual("polygon"u8))
            {
                json.Open('[');
                isShortened = json.Positions(shape, digits);
                json.Close(']');
            }
            else
            {
                isShortened = json.Positions(shape, digits);
            }

            json.Close('}');
            return isShortened;
        }

        /// <summary>Where digits were left out: the coordinates as they were recorded, so that nothing is lost to whoever imports them again.</summary>
        public void RecordedCoordinates(ReadOnlySpan<byte> cut)
        {
            json.Name("recorded_coordinates"u8);
            json.Open('[');
            for (var shape = new CutShape(cut); shape.Next(out var point);)
            {
                json.Open('[');
                json.Value(point.Longitude);
                json.Value(point.Latitude);
                json.Close(']');
            }

            json.Close(']');
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

        private bool Positions(CutShape shape, int[] digits)
        {
            var isShortened = false;
            json.Open('[');
            for (var index = 0; shape.Next(out var point); index++)
            {
                isShortened |= json.Position(point, digits[index]);
            }

            json.Close(']');
            return isShortened;
        }

        private bool Position(in CutPoint point, int digits)
        {
            json.Open('[');
            var isShortened = json.Coordinate(point.Longitude, digits) | json.Coordinate(point.Latitude, digits);
            json.Close(']');
            return isShortened;
        }

        private bool Coordinate(ReadOnlySpan<byte> degrees, int digits)
        {
            var known = new DocumentReader(degrees).Number();
            var rounded = Math.Round(known, digits) + 0.0; // never a negative zero
            if (rounded == known)
            {
                json.Value(degrees);
                return false;
            }

            json.Number((decimal)rounded);
            return true;
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
