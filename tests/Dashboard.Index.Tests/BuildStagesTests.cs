namespace Dashboard.Index.Tests;

public class BuildStagesTests
{
    [Fact]
    public void Work_that_is_done_twice_is_one_stage_and_takes_as_long_as_both()
    {
        var (stages, done) = (new BuildStages(), 0);
        var work = stages.Of("cells", () => done++);

        work();
        var once = stages.All;
        work();

        Assert.Equal(2, done);
        Assert.Equal("cells", Assert.Single(stages.All).Name);
        Assert.True(stages.All[0].Took > once[0].Took);
    }
}
