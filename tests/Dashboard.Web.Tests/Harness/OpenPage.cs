using AngleSharp.Html.Parser;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
using Dashboard.Web.Links;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Harness;

/// <summary>A page that stays open, as far as it is told of new revisions, in a renderer that lives as long as it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly HtmlRenderer _renderer;
    private readonly Seen _seen;
    private readonly string? _link;
    private readonly ViewState _view;
    private Frame _frame = null!;
    private HtmlRootComponent _root;

    private OpenPage(RunningDashboard dashboard, string question, string? link)
    {
        _scope = dashboard.Services.CreateAsyncScope();
        _renderer = new HtmlRenderer(_scope.ServiceProvider, NullLoggerFactory.Instance);
        _seen = _scope.ServiceProvider.GetRequiredService<Seen>();
        (_view, _link) = (ViewStateCodec.Parse(question).View, link);
    }

    public Picture Picture { get; private set; } = null!;

    /// <param name="link">What opens the link that it is seen through; null for none.</param>
    public static async Task<OpenPage> AtAsync(RunningDashboard dashboard, string question, string? link = null)
    {
        var page = new OpenPage(dashboard, question, link);
        await page.LookAsync();
        await page._renderer.Dispatcher.InvokeAsync(async () => page._root = await page._renderer.RenderComponentAsync<Frame>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Frame.Page)] = page })));
        return page;
    }

    /// <summary>What the note says; empty when it says nothing.</summary>
    public async Task<string> NoteAsync()
    {
        var html = await _renderer.Dispatcher.InvokeAsync(() => _root.ToHtmlString());
        var note = new HtmlParser().ParseDocument(html).QuerySelector("[role=status]")!;
        return string.Join(' ', note.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Waits until the note says something.</summary>
    public async Task<string> SaidAsync()
    {
        string note;
        while ((note = await NoteAsync()).Length == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return note;
    }

    /// <summary>Draws the page on the present revision.</summary>
    public Task DrawAsync() => _renderer.Dispatcher.InvokeAsync(async () =>
    {
        await LookAsync();
        _frame.Redraw();
    });

    public async ValueTask DisposeAsync()
    {
        await _renderer.DisposeAsync();
        await _scope.DisposeAsync();
    }

    private async Task LookAsync()
    {
        Assert.Equal(Opening.Open, await _seen.OpenAsync(_link, null, TestContext.Current.CancellationToken));
        Picture = Picture.Of(_seen.Exploration.Present, _view);
    }

    private sealed class Frame : ComponentBase
    {
        [Parameter]
        public OpenPage Page { get; set; } = null!;

        public void Redraw() => StateHasChanged();

        protected override void OnInitialized() => Page._frame = this;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<RevisionNote>(0);
            builder.AddComponentParameter(1, nameof(RevisionNote.Picture), Page.Picture);
            builder.AddComponentParameter(2, nameof(RevisionNote.Show), EventCallback.Factory.Create(this, Page.DrawAsync));
            builder.CloseComponent();
        }
    }
}
