using System.Net.WebSockets;
using System.Text;

namespace Dashboard.Web.Tests.Harness;

/// <summary>A connection to the hub of circuits, spoken byte by byte, to say what no browser would.</summary>
internal sealed class RawCircuit : IDisposable
{
    private const byte Completion = 3;
    private const byte Ping = 6;

    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<RawCircuit> ConnectAsync(Uri server)
    {
        var circuit = new RawCircuit();
        await circuit._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/_blazor" }.Uri, Stop);
        await circuit._socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, endOfMessage: true, Stop);
        await circuit._socket.ReceiveAsync(new byte[64], Stop);
        return circuit;
    }

    /// <summary>Sends a ping with so much ballast that the message has this length, its prefix of three bytes included.</summary>
    public Task SendPingAsync(int length)
    {
        var ballast = new byte[length - 10];
        byte[] header = [0x92, Ping, 0xC6, .. BitConverter.GetBytes(ballast.Length).Reverse()];
        return SendAsync([.. header, .. ballast]);
    }

    /// <summary>Asks for what no hub has, and tells whether there is an answer rather than the end.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            await SendAsync([0x95, 0x01, 0x80, 0xA1, (byte)'1', 0xA4, .. "Nope"u8, 0x90]);
            var message = new byte[4096];
            while (await _socket.ReceiveAsync(message, Stop) is { MessageType: not WebSocketMessageType.Close })
            {
                // A length of one byte, an array, and the number of the message's kind.
                if (message[2] == Completion)
                {
                    return true;
                }
            }
        }
        catch (WebSocketException)
        {
            // The server hung up without a word.
        }

        return false;
    }

    public void Dispose() => _socket.Dispose();

    private Task SendAsync(byte[] message)
    {
        var length = new List<byte>();
        for (var rest = message.Length; rest > 0; rest >>= 7)
        {
            length.Add((byte)(rest > 127 ? (rest & 127) | 128 : rest));
        }

        return _socket.SendAsync((byte[])[.. length, .. message], WebSocketMessageType.Binary, endOfMessage: true, Stop);
    }
}
