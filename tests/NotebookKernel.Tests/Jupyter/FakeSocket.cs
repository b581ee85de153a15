using System.Collections.Concurrent;
using System.Net.Sockets;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>The other end of a ZMTP connection. No wait is longer than <see cref="Limit"/>.</summary>
internal sealed class FakeSocket : IDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly BlockingCollection<List<byte[]>> _received = [];

    public FakeSocket(string type, int port, string identity = "")
    {
        _client.Connect("127.0.0.1", port);
        Stream = _client.GetStream();
        Stream.Write(ZmtpFrames.Greeting());
        Stream.Write(Ready(type, identity));
        ZmtpFrames.ReadGreeting(Stream);
        Assert.True(ZmtpFrames.Read(Stream).IsCommand);
        new Thread(ReadAll) { IsBackground = true }.Start();
    }

    public NetworkStream Stream { get; }

    public void Dispose() => _client.Dispose();

    public void Send(params List<byte[]> frames) => Stream.Write(ZmtpFrames.Encode(frames));

    public List<byte[]>? TryReceive(TimeSpan limit) => _received.TryTake(out var frames, limit) ? frames : null;

    public List<byte[]> Receive() => TryReceive(Limit) ?? throw new TimeoutException("Nothing came.");

    // READY has the properties Socket-Type and Identity; the production code has the same with an empty identity.
    private static byte[] Ready(string type, string identity)
    {
        byte[] name = [8, .. "Identity"u8, 0, 0, 0];
        var ready = ZmtpFrames.Ready(type);
        Assert.Equal(0, ready[^1]);
        byte[] body = [.. ready[2..^1], (byte)identity.Length, .. System.Text.Encoding.ASCII.GetBytes(identity)];
        Assert.Equal(name, body[^(name.Length + 1 + identity.Length)..^(1 + identity.Length)]);
        return [ready[0], (byte)body.Length, .. body];
    }

    private void ReadAll()
    {
        try
        {
            while (true)
                _received.Add(ZmtpFrames.Read(Stream).Frames);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
