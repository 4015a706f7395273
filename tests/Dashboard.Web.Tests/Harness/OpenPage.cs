using AngleSharp.Html.Parser;
using Dashboard.Domain.Querying;
using Dashboard.Web.Explore;
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
    private readonly HtmlRenderer _renderer;
    private readonly Exploration _exploration;
    private readonly ViewState _view;
    private Frame _frame = null!;
    private HtmlRootComponent _root;

    private OpenPage(RunningDashboard dashboard, string question)
    {
        _renderer = new HtmlRenderer(dashboard.Services, NullLoggerFactory.Instance);
        _exploration = dashboard.Services.GetRequiredService<Exploration>();
        _view = ViewStateCodec.Parse(question).View;
        Picture = Picture.Of(_exploration.Present, _view);
    }

    public Picture Picture { get; private set; }

    public static async Task<OpenPage> AtAsync(RunningDashboard dashboard, string question)
    {
        var page = new OpenPage(dashboard, question);
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

    /// <summary>Draws the page on the present revision.</summary>
    public Task DrawAsync() => _renderer.Dispatcher.InvokeAsync(() =>
    {
        Picture = Picture.Of(_exploration.Present, _view);
        _frame.Redraw();
    });

    public ValueTask DisposeAsync() => _renderer.DisposeAsync();

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
