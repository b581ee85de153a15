using System.Net.Sockets;

namespace NotebookKernel;

/// <summary>One peer of a socket: a thread that reads, and one that writes, so that a slow peer keeps nobody waiting.</summary>
/// <remarks>Threads rather than tasks: a cell may fill the thread pool, and messages must come through all the same.</remarks>
internal sealed class ZmtpConnection : IDisposable
{
    // What waits for a peer that does not read; beyond that, messages for it are dropped, as ZeroMQ does.
    private const long MostWaiting = 512L << 20;
    private const int StackSize = 256 << 10;

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly Queue<byte[]> _waiting = [];
    private readonly Thread _writer;
    private long _waitingBytes;
    private bool _closing;

    public ZmtpConnection(Socket socket)
    {
        _socket = socket;
        if (socket.ProtocolType == ProtocolType.Tcp)
            socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _writer = new Thread(WriteAll, StackSize) { IsBackground = true, Name = "jupyter write" };
    }

    /// <summary>The name that the peer gave itself, empty for none.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>Handshakes and then hands over every message, until the peer leaves or talks nonsense.</summary>
    /// <param name="socketType">What this side is, such as <c>ROUTER</c>.</param>
    /// <param name="ready">The handshake is over.</param>
    /// <param name="receive">A message or, for publishers, a subscription command came.</param>
    public void ReadAll(string socketType, Action ready, Action<bool, List<byte[]>> receive)
    {
        using var reader = new BufferedStream(_stream, 1 << 14);
        _stream.Write(ZmtpFrames.Greeting());
        ZmtpFrames.ReadGreeting(reader);
        _stream.Write(ZmtpFrames.Ready(socketType));
        var (isCommand, first) = ZmtpFrames.Read(reader);
        if (!isCommand)
            throw new InvalidDataException("a message before the end of the handshake");
        Identity = ZmtpFrames.Properties(first[0]).GetValueOrDefault("Identity", []);
        ready();
        _writer.Start();
        while (true)
        {
            var (command, frames) = ZmtpFrames.Read(reader);
            // PING, a time to live of two bytes, a context to send back.
            if (command && frames[0].AsSpan().StartsWith("\u0004PING"u8))
                Send(ZmtpFrames.Pong(frames[0].AsSpan(Math.Min(7, frames[0].Length))));
            else
                receive(command, frames);
        }
    }

    /// <summary>Puts a message into the queue of this peer.</summary>
    public void Send(byte[] wire)
    {
        lock (_waiting)
        {
            if (_closing || _waitingBytes > MostWaiting)
                return;
            _waiting.Enqueue(wire);
            _waitingBytes += wire.Length;
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Waits until what was sent has left, but not for ever.</summary>
    public void Finish(TimeSpan patience)
    {
        Close();
        if (_writer.ThreadState.HasFlag(ThreadState.Unstarted) || _writer.Join(patience))
            return;
        Dispose();
    }

    public void Dispose()
    {
        Close();
        _stream.Dispose();
    }

    private void Close()
    {
        lock (_waiting)
        {
            _closing = true;
            Monitor.Pulse(_waiting);
        }
    }

    private void WriteAll()
    {
        try
        {
            while (Next() is { } wire)
                _stream.Write(wire);
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            Close(); // The peer has gone; its reader notices too.
        }
    }

    private byte[]? Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
            {
                if (_closing)
                    return null;
                Monitor.Wait(_waiting);
            }
            var wire = _waiting.Dequeue();
            _waitingBytes -= wire.Length;
            return wire;
        }
    }
}
