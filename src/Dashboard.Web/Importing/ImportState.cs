using Dashboard.Data.Import;
using Dashboard.Data.Staging;

namespace Dashboard.Web.Importing;

/// <summary>How far an import is. Every page of it, and every answer about it, shows the same one.</summary>
public abstract record ImportState
{
    private ImportState()
    {
    }

    /// <summary>What it is called in answers and on the page.</summary>
    public abstract string Word { get; }

    /// <summary>True while it goes on by itself: what a page shows of it will be out of date.</summary>
    public virtual bool IsRunning => false;

    /// <summary>True when nothing more happens to it, and nothing of its file is kept.</summary>
    public virtual bool IsOver => false;

    /// <param name="Total">The length of the file, where the browser said so.</param>
    public sealed record Receiving(long Bytes, long? Total) : ImportState
    {
        public override string Word => "receiving";

        public override bool IsRunning => true;
    }

    /// <summary>As many files are being staged as may be at once.</summary>
    public sealed record Waiting : ImportState
    {
        public override string Word => "waiting";

        public override bool IsRunning => true;
    }

    public sealed record Staging(ImportProgress? Progress) : ImportState
    {
        public override string Word => "staging";

        public override bool IsRunning => true;
    }

    /// <summary>A person must say what the columns mean.</summary>
    /// <param name="Problem">Why the last answer was not enough; null before the first.</param>
    public sealed record NeedsAnswer(string? Problem = null) : ImportState
    {
        public override string Word => "needs answer";
    }

    /// <param name="Problem">Why it could not be committed; null before that was tried.</param>
    public sealed record Ready(Difference Difference, string? Problem = null) : ImportState
    {
        public override string Word => "ready";
    }

    /// <summary>The file as a whole cannot be read.</summary>
    public sealed record Refused(FileFault Fault, string Message) : ImportState
    {
        public override string Word => "refused";

        public override bool IsOver => true;
    }

    public sealed record Committing(Difference Difference) : ImportState
    {
        public override string Word => "committing";

        public override bool IsRunning => true;
    }

    public sealed record Done(CommittedImport Commit, Difference Difference) : ImportState
    {
        public override string Word => "done";

        public override bool IsOver => true;
    }

    public sealed record Cancelled : ImportState
    {
        public override string Word => "cancelled";

        public override bool IsOver => true;
    }

    /// <summary>Something else went wrong, on our side.</summary>
    /// <param name="IsStorage">True where the disk is full, or does not take what is written.</param>
    public sealed record Failed(string Message, bool IsStorage = false) : ImportState
    {
        public override string Word => "failed";

        public override bool IsOver => true;
    }
}
