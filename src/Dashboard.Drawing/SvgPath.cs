using System.Globalization;

namespace Dashboard.Drawing;

/// <summary>Reads the path data of signs: absolute M, L, H, V, A with one radius, and Z.</summary>
public static class SvgPath
{
    /// <exception cref="FormatException">There is another command, or a number is missing.</exception>
    public static Outline Read(string data)
    {
        var outline = new Outline();
        var reader = new Reader(data);
        var (x, y) = (0.0, 0.0);
        while (reader.Command() is { } command)
        {
            switch (command)
            {
                case 'M':
                    (x, y) = (reader.Number(), reader.Number());
                    outline.MoveTo(x, y);
                    break;
                case 'L':
                    (x, y) = (reader.Number(), reader.Number());
                    outline.LineTo(x, y);
                    break;
                case 'H':
                    x = reader.Number();
                    outline.LineTo(x, y);
                    break;
                case 'V':
                    y = reader.Number();
                    outline.LineTo(x, y);
                    break;
                case 'A':
                    var radius = reader.Number();
                    reader.Number(); // the other radius is the same
                    reader.Number(); // and so a circle looks the same however it is turned
                    var (isLarge, isClockwise) = (reader.Number() != 0, reader.Number() != 0);
                    var (toX, toY) = (reader.Number(), reader.Number());
                    AddArc(outline, x, y, toX, toY, radius, isLarge, isClockwise);
                    (x, y) = (toX, toY);
                    break;
                case 'Z':
                    outline.Close();
                    break;
                default:
                    throw new FormatException($"'{command}' is not read in path data");
            }
        }

        return outline;
    }

    private static void AddArc(Outline outline, double x, double y, double toX, double toY, double radius, bool isLarge, bool isClockwise)
    {
        var (halfX, halfY) = ((toX - x) / 2, (toY - y) / 2);
        var half = Math.Sqrt((halfX * halfX) + (halfY * halfY));
        var away = half == 0 ? 0 : Math.Sqrt(Math.Max(0, (radius * radius) - (half * half))) / half * (isLarge == isClockwise ? -1 : 1);
        var (middleX, middleY) = (x + halfX - (halfY * away), y + halfY + (halfX * away));
        var (from, to) = (Math.Atan2(y - middleY, x - middleX), Math.Atan2(toY - middleY, toX - middleX));
        to += isClockwise && to <= from ? 2 * Math.PI : !isClockwise && to >= from ? -2 * Math.PI : 0;
        outline.AddArc(middleX, middleY, Math.Max(radius, half), from, to);
    }

    private sealed class Reader(string data)
    {
        private int _at;
        private char _command;

        /// <summary>The next command; numbers that stand without one repeat the last, a move as a line.</summary>
        public char? Command()
        {
            SkipBlanks();
            if (_at == data.Length)
            {
                return null;
            }

            _command = char.IsLetter(data[_at]) ? data[_at++] : _command == 'M' ? 'L' : _command;
            return _command;
        }

        public double Number()
        {
            SkipBlanks();
            var from = _at;
            while (_at < data.Length && (char.IsDigit(data[_at]) || data[_at] == '.' || (_at == from && data[_at] == '-')))
            {
                _at++;
            }

            return double.Parse(data.AsSpan(from, _at - from), NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        private void SkipBlanks()
        {
            while (_at < data.Length && data[_at] is ' ' or ',')
            {
                _at++;
            }
        }
    }
}
