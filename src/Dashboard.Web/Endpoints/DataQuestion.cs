using Dashboard.Web.Explore;

namespace Dashboard.Web.Endpoints;

/// <summary>What is asked about one revision, and how it is answered.</summary>
/// <param name="Name">The same for the same question, however its address is written.</param>
/// <param name="Type">Of the answer's content.</param>
/// <param name="Answer">Works it out; what it makes is packed.</param>
internal sealed record DataQuestion(string Name, string Type, Func<ExploredRevision, CancellationToken, byte[]> Answer)
{
    /// <summary>The answer as it was made before, or made now.</summary>
    public async Task<IResult> AnswerAsync(ExploredRevision explored, CancellationToken stop)
    {
        var answer = await explored.Answers.GetOrMakeAsync(Name, stop => new KeptAnswer(Answer(explored, stop)), stop);
        return new PackedResult(answer.Bytes, Type);
    }

    /// <summary>Makes the answer, on this very thread, for whoever asks later.</summary>
    public void Prepare(ExploredRevision explored, CancellationToken stop)
    {
        if (explored.Answers.Find(Name) is null)
        {
            explored.Answers.Keep(Name, new KeptAnswer(Answer(explored, stop)));
        }
    }
}
