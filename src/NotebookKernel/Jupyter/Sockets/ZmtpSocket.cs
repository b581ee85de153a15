using System.Net;
using System.Net.Sockets;

namespace NotebookKernel;

/// <summary>A listening ZeroMQ socket: peers come, talk, and go.</summary>
/// <param name="type">The ZeroMQ name of the socket type.</param>
internal abstract class ZmtpSocket(string type) : IDisposable
{
    private const int StackSize = 1 << 20;

    private readonly Lock _gate = new();
    private readonly List<ZmtpConnection> _connections = [];
    private Socket? _listener;

    /// <summary>Where the socket listens.</summary>
    public EndPoint? Address => _listener?.LocalEndPoint;

    /// <summary>Starts to listen.</summary>
    /// <exception cref="SocketException">The address is taken, or not one of this machine.</exception>
    public void Bind(EndPoint address)
    {
        // Only where .NET is told that it is TCP may a restarted kernel take a port whose last connections are still fading (TIME_WAIT).
        _listener = new Socket(address.AddressFamily, SocketType.Stream, address is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        _listener.Bind(address);
        _listener.Listen(128);
        Start(AcceptAll, "jupyter accept");
    }

    /// <summary>Sends what waits, for as long as the patience lasts, and leaves all peers.</summary>
    public void Finish(TimeSpan patience)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        foreach (var connection in Connections())
            connection.Finish(TimeSpan.FromMilliseconds(Math.Max(1, until - Environment.TickCount64)));
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener?.Dispose();
        foreach (var connection in Connections())
            connection.Dispose();
    }

    /// <summary>A peer has introduced itself.</summary>
    protected virtual void Joined(ZmtpConnection peer)
    {
    }

    /// <summary>A peer has gone.</summary>
    protected virtual void Left(ZmtpConnection peer)
    {
    }

    /// <summary>A message or a command came. Calls for different peers come from different threads.</summary>
    protected abstract void Received(ZmtpConnection peer, bool isCommand, List<byte[]> frames);

    /// <summary>The peers of this moment.</summary>
    protected ZmtpConnection[] Connections()
    {
        lock (_gate)
            return [.. _connections];
    }

    private static void Start(Action work, string name) => new Thread(() => work(), StackSize) { IsBackground = true, Name = name }.Start();

    private void AcceptAll()
    {
        while (true)
        {
            try
            {
                var connection = new ZmtpConnection(_listener!.Accept());
                lock (_gate)
                    _connections.Add(connection);
                Start(() => Serve(connection), "jupyter read");
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.OperationAborted or SocketError.Interrupted or SocketError.InvalidArgument or SocketError.NotSocket)
            {
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(10); // Out of file handles, or a peer that left before it was let in: the next one may do better.
            }
        }
    }

    private void Serve(ZmtpConnection connection)
    {
        try
        {
            connection.ReadAll(type, () => Joined(connection), (isCommand, frames) => Received(connection, isCommand, frames));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The peer left.
        }
        catch (InvalidDataException e)
        {
            KernelLog.Write($"A peer of the {type} socket was left: {e.Message}.");
        }
        finally
        {
            lock (_gate)
                _connections.Remove(connection);
            Left(connection);
            connection.Dispose();
        }
    }
}
