namespace Dashboard.Data.Bundles;

/// <summary>
/// Passes bytes on and never goes back, so that a zip has the same bytes in a file as over a connection. Zips end their
/// parts with short writes that do not wait; a connection has only writes that do: those are gathered until the next one.
/// </summary>
internal sealed class OneWayStream(Stream to) : Stream
{
    private readonly MemoryStream _gathered = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => _gathered.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _gathered.Write(buffer);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendAsync(cancellationToken);
        await to.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        // What is gathered goes with the next write that waits.
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await to.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task SendAsync(CancellationToken stop)
    {
        if (_gathered.Length > 0)
        {
            await to.WriteAsync(_gathered.GetBuffer().AsMemory(0, (int)_gathered.Length), stop);
            _gathered.SetLength(0);
        }
    }
}
