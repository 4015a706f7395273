using System.Globalization;
using System.Text;
using Dashboard.Data.Documents;

namespace Dashboard.Data.Tests;

public sealed class RepeatedValuesTests
{
    [Fact]
    public void Equal_values_mean_one_object_and_others_another()
    {
        var values = new RepeatedValues<string>(Encoding.UTF8.GetString);
        string[] texts = [.. Enumerable.Range(0, 5_000).Select(number => number.ToString(CultureInfo.InvariantCulture)), "", "á", "a", "b\0", "b"];

        string[] first = [.. texts.Select(text => values.Of(Encoding.UTF8.GetBytes(text)))];

        Assert.Equal(texts, first);
        Assert.All(first, text => Assert.Same(text, values.Of(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Threads_that_ask_at_once_are_told_the_same_object()
    {
        for (var round = 0; round < 20; round++)
        {
            var values = new RepeatedValues<string>(Encoding.UTF8.GetString);
            var told = new string[4][];
            Parallel.For(0, told.Length, thread => told[thread] = [.. Enumerable.Range(0, 2_000).Select(number => values.Of(Encoding.UTF8.GetBytes($"value {number}")))]);

            Assert.All(told, texts => Assert.All(texts.Zip(told[0]), pair => Assert.Same(pair.First, pair.Second)));
            Assert.Equal(Enumerable.Range(0, 2_000).Select(number => $"value {number}"), told[0]);
        }
    }

    [Fact]
    public void More_than_are_remembered_are_worked_out_each_time()
    {
        var asked = 0;
        var values = new RepeatedValues<int>(value =>
        {
            asked++;
            return BitConverter.ToInt32(value);
        });

        for (var round = 0; round < 2; round++)
        {
            Assert.All(Enumerable.Range(0, 140_000), number => Assert.Equal(number, values.Of(BitConverter.GetBytes(number))));
        }

        Assert.Equal(140_000 + 140_000 - (1 << 17), asked);
    }
}
