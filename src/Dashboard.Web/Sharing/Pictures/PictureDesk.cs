using Dashboard.Data.Import;
using Dashboard.Domain.Querying;
using Dashboard.Drawing;
using Dashboard.Web.Explore;
using Dashboard.Web.Links;

namespace Dashboard.Web.Sharing.Pictures;

/// <summary>Draws views, a few at once. What was drawn is kept with its revision, under the view that it is of.</summary>
internal sealed class PictureDesk(Explorations explorations, PictureTools tools) : IDisposable
{
    /// <summary>What takes longer is given up.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _seats = new(Environment.ProcessorCount);

    /// <summary>
    /// The picture as it was drawn before, or drawn now. One that has been begun is finished, whether somebody still waits for it or
    /// not: who could not wait asks again.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was not begun, or not finished, while this one waited.</exception>
    public async Task<byte[]> DrawAsync(ExploredRevision revision, PictureOrder order, CancellationToken stop)
    {
        var name = NameOf(order);
        if (revision.Answers.Find(name) is { } known)
        {
            return known.Bytes;
        }

        await _seats.WaitAsync(stop);
        return await FinishAsync(revision, order, name).WaitAsync(stop);
    }

    private async Task<byte[]> FinishAsync(ExploredRevision revision, PictureOrder order, string name)
    {
        try
        {
            using var tooLong = new CancellationTokenSource(_longest);
            return (await revision.Answers.GetOrMakeAsync(name, stop => new KeptAnswer(Draw(revision, order, stop)), tooLong.Token)).Bytes;
        }
        finally
        {
            _seats.Release();
        }
    }

    /// <summary>Draws what is asked for first, on a thread that gives way: a stranger's server waits for no program that is just starting.</summary>
    public void Prepare() => BackgroundThread.Start("first preview", givesWay: true, () =>
    {
        try
        {
            var (order, revision) = (PictureOrder.OfPreview(ViewState.Default, isDark: false), explorations.Whole.Present);
            revision.Answers.Keep(NameOf(order), new KeptAnswer(Draw(revision, order, CancellationToken.None)));
        }
#pragma warning disable CA1031 // Nobody waits for this: who asks for the preview hears what is wrong.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    });

    public void Dispose() => _seats.Dispose();

    /// <summary>The same for the same picture of the same view.</summary>
    private static string NameOf(PictureOrder order) => $"{order.Name}?{ViewStateCodec.Format(order.View)}&{order.Address}";

    private byte[] Draw(ExploredRevision revision, PictureOrder order, CancellationToken stop)
    {
        var shared = SharedView.Of(explorations.Whole, revision, order.View);
        var sheet = ViewSheet.Of(tools, shared, order.Layout, order.IsDark, order.Address, stop);
        return order.IsVector ? Svg.Write(sheet, order.Scale, shared.Title) : Png.Write(sheet, tools.Typeface, order.Scale, stop);
    }
}

/// <summary>Which picture is wanted.</summary>
/// <param name="Address">Where the view is, to be written on the picture; empty where the picture does not say.</param>
internal sealed record PictureOrder(ViewState View, SheetLayout Layout, double Scale, bool IsDark, bool IsVector, string Address)
{
    /// <summary>The picture that stands beside a link.</summary>
    public static PictureOrder OfPreview(ViewState view, bool isDark) => new(view, SheetLayout.Preview, 1, isDark, IsVector: false, Address: "");

    /// <summary>What it looks like, whatever the view.</summary>
    public string Name => FormattableString.Invariant($"picture-{Layout.Width}x{Layout.Height}-{Scale}-{IsDark}-{IsVector}");

    public string Type => IsVector ? Svg.Type : Png.Type;
}
