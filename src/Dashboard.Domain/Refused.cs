using System.Runtime.CompilerServices;

namespace Dashboard.Domain;

/// <summary>A value that the domain does not accept. The message says which value and why, in words a person can act on.</summary>
public sealed class RefusedException(string message) : ArgumentException(message);

/// <summary>The checks that domain constructors share.</summary>
internal static class Refuse
{
    public static string Blank(string value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        string.IsNullOrWhiteSpace(value) ? throw new RefusedException($"{name} is empty") : value;

    public static T Undefined<T>(T value) where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new RefusedException($"{value} is not a {typeof(T).Name}");

    public static void If(bool condition, string message)
    {
        if (condition)
        {
            throw new RefusedException(message);
        }
    }

    public static void If(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref Message message)
    {
        if (condition)
        {
            throw new RefusedException(message.ToString());
        }
    }

    /// <summary>A message that is put together only when it is needed: a million values are made, and hardly one is refused.</summary>
    [InterpolatedStringHandler]
    public ref struct Message
    {
        private DefaultInterpolatedStringHandler _text;

        public Message(int literalLength, int formattedCount, bool condition, out bool isNeeded)
        {
            isNeeded = condition;
            _text = isNeeded ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
        }

        public void AppendLiteral(string text) => _text.AppendLiteral(text);

        public void AppendFormatted<T>(T value, string? format = null) => _text.AppendFormatted(value, format);

        public override string ToString() => _text.ToStringAndClear();
    }
}
