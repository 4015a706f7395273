using System.Diagnostics;

namespace Dashboard.Index;

/// <summary>What a part of building an index took, on the thread that did it.</summary>
public readonly record struct BuildStage(string Name, TimeSpan Took);

/// <summary>Keeps how long the parts of building take; what is done again and again is summed.</summary>
internal sealed class BuildStages
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, TimeSpan> _took = [];

    /// <summary>In the order in which they ended first.</summary>
    public IReadOnlyList<BuildStage> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _took.Select(stage => new BuildStage(stage.Key, stage.Value))];
            }
        }
    }

    /// <summary>The same work, timed.</summary>
    public Action Of(string name, Action work) => () =>
    {
        var start = Stopwatch.GetTimestamp();
        work();
        var took = Stopwatch.GetElapsedTime(start);
        lock (_lock)
        {
            _took[name] = _took.GetValueOrDefault(name) + took;
        }
    };
}
