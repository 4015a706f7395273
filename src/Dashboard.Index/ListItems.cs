using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dashboard.Index;

/// <summary>The items of lists that are read by the million: to ask a list for one after the other takes longer than what is done with them.</summary>
internal static class ListItems
{
    // A list could have heirs: to ask whether this is one of them, as `is` does, takes longer than to read the few items that most have.

    /// <summary>Valid while nobody changes the list.</summary>
    public static ReadOnlySpan<string> Of(IReadOnlyList<string> list) =>
        list.GetType() == typeof(List<string>) ? CollectionsMarshal.AsSpan(Unsafe.As<List<string>>(list)) : list as string[] ?? [.. list];

    /// <inheritdoc cref="Of(IReadOnlyList{string})"/>
    public static ReadOnlySpan<T> Of<T>(IReadOnlyList<T> list) =>
        list.GetType() == typeof(List<T>) ? CollectionsMarshal.AsSpan(Unsafe.As<List<T>>(list)) : list as T[] ?? [.. list];
}
