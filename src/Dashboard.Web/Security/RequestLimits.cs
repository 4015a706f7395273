using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;

namespace Dashboard.Web.Security;

/// <summary>Every message has a bound.</summary>
public static class RequestLimits
{
    /// <summary>What a browser may say to its circuit at once: intent, never data.</summary>
    public const int CircuitMessageBytes = 32 * 1024;

    /// <summary>Where there is no WebSocket, several circuit messages come in one request. Readers send nothing else.</summary>
    public const int BodyBytes = 256 * 1024;

    /// <summary>An address of the greatest length that is read, and some room, so that a longer one gets a page and not a closed door.</summary>
    public const int RequestLineBytes = 32 * 1024;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyBytes;
        kestrel.Limits.MaxRequestLineSize = RequestLineBytes;
        kestrel.Limits.MaxRequestBufferSize = BodyBytes;
    }

    public static void Apply(HubOptions hub) => hub.MaximumReceiveMessageSize = CircuitMessageBytes;
}
