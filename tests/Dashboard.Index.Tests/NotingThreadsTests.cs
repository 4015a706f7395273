using Dashboard.Domain.Incidents;
using Dashboard.Domain.Querying;

namespace Dashboard.Index.Tests;

public sealed class NotingThreadsTests
{
    [Fact]
    public void Each_work_sees_all_facts_in_their_order()
    {
        List<long>[] seen = [[], []];
        using var noting = new NotingThreads(batch => seen[0].AddRange(batch.Select(facts => facts.Number)), batch => seen[1].AddRange(batch.Select(facts => facts.Number)));
        foreach (var batch in Enumerable.Range(1, 5_000).Select(number => One(number)).Chunk(7))
        {
            noting.Give(batch);
        }

        noting.End();

        Assert.All(seen, numbers => Assert.Equal(Enumerable.Range(1, 5_000).Select(number => (long)number), numbers));
    }

    [Fact]
    public void What_goes_wrong_is_told_to_whoever_gives_and_to_whoever_ends()
    {
        using var noting = new NotingThreads(_ => { }, batch => Assert.NotEqual(3, batch[0].Number));
        Assert.ThrowsAny<Exception>(() =>
        {
            for (var number = 1; number < 1_000_000; number++)
            {
                noting.Give([One(number)]);
            }
        });

        Assert.ThrowsAny<Exception>(noting.End);
    }

    [Fact]
    public void Who_leaves_leaves_no_thread_behind()
    {
        var threads = new List<Thread>();
        using var begun = new CountdownEvent(2);
        var noting = new NotingThreads(_ => Begin(), _ => Begin());
        noting.Give([One(1)]);
        begun.Wait(TestContext.Current.CancellationToken);

        noting.Dispose();

        Assert.Equal(2, threads.Count);
        Assert.All(threads, thread => Assert.False(thread.IsAlive));

        void Begin()
        {
            lock (threads)
            {
                threads.Add(Thread.CurrentThread);
            }

            begun.Signal();
        }
    }

    [Fact]
    public void A_builder_tells_what_cannot_be_noted()
    {
        using var builder = new IndexBuilder(1, []);
        Assert.Throws<NullReferenceException>(() =>
        {
            for (var number = 1; number <= 2_000; number++)
            {
                builder.Add(number == 500 ? One(number) with { ActorIds = null! } : One(number));
            }

            builder.Build();
        });
    }

    private static IncidentFacts One(int number) => new()
    {
        Number = number,
        Dataset = "one",
        Slug = $"slug-{number}",
        Title = "Title",
        Kind = IncidentKind.Attack,
        IsLead = false,
        Occurrence = null,
        DrawnPoints = [],
        IsPlaced = false,
        Precision = null,
        Place = null,
        Countries = [],
        ActorIds = [],
        SourceIds = [],
        Statuses = [],
        Killed = Toll.Unknown,
        Injured = Toll.Unknown,
    };
}
