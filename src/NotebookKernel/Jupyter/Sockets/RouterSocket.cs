using System.Buffers.Binary;

namespace NotebookKernel;

/// <summary>A ROUTER: every message comes with the identity of its sender in front, and goes to the peer of that identity.</summary>
internal sealed class RouterSocket(Action<List<byte[]>> receive) : ZmtpSocket("ROUTER")
{
    private readonly Dictionary<string, ZmtpConnection> _peers = [];
    private readonly Dictionary<ZmtpConnection, byte[]> _identities = [];
    private int _unnamed;

    /// <summary>Sends a message whose first frame names the receiver; nobody of that name means nobody gets it.</summary>
    public void Send(List<byte[]> frames)
    {
        ZmtpConnection? peer;
        lock (_peers)
            peer = _peers.GetValueOrDefault(Convert.ToHexString(frames[0]));
        peer?.Send(ZmtpFrames.Encode(frames[1..]));
    }

    /// <inheritdoc/>
    protected override void Joined(ZmtpConnection peer)
    {
        lock (_peers)
        {
            var identity = peer.Identity;
            if (identity.Length == 0)
            {
                identity = new byte[5];
                BinaryPrimitives.WriteInt32BigEndian(identity.AsSpan(1), ++_unnamed);
            }
            // A client that connects again under its name takes over.
            _peers[Convert.ToHexString(identity)] = peer;
            _identities[peer] = identity;
        }
    }

    /// <inheritdoc/>
    protected override void Left(ZmtpConnection peer)
    {
        lock (_peers)
        {
            if (!_identities.Remove(peer, out var identity))
                return;
            var name = Convert.ToHexString(identity);
            if (_peers.GetValueOrDefault(name) == peer)
                _peers.Remove(name);
        }
    }

    /// <inheritdoc/>
    protected override void Received(ZmtpConnection peer, bool isCommand, List<byte[]> frames)
    {
        if (isCommand)
            return;
        lock (_peers)
            frames.Insert(0, _identities[peer]);
        receive(frames);
    }
}
