namespace NotebookKernel;

/// <summary>A PUB: what is sent goes to every peer that subscribed to how it begins.</summary>
internal sealed class PublisherSocket() : ZmtpSocket("PUB")
{
    private const byte Subscribe = 1, Cancel = 0;
    private readonly Dictionary<ZmtpConnection, List<byte[]>> _topics = [];

    /// <summary>Publishes a message; its first frame is the topic.</summary>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        lock (_topics)
        {
            byte[]? wire = null;
            foreach (var (peer, topics) in _topics)
            {
                if (topics.Exists(t => frames[0].AsSpan().StartsWith(t)))
                    peer.Send(wire ??= ZmtpFrames.Encode(frames));
            }
        }
    }

    /// <inheritdoc/>
    protected override void Left(ZmtpConnection peer)
    {
        lock (_topics)
            _topics.Remove(peer);
    }

    /// <inheritdoc/>
    /// <remarks>ZMTP 3.0 peers send subscriptions as messages, newer ones could as commands.</remarks>
    protected override void Received(ZmtpConnection peer, bool isCommand, List<byte[]> frames)
    {
        ReadOnlySpan<byte> body = frames[0], subscribe = "\u0009SUBSCRIBE"u8, cancel = "\u0006CANCEL"u8;
        if (!isCommand && body.Length > 0 && body[0] is Subscribe or Cancel)
            Change(peer, body[0] == Subscribe, body[1..].ToArray());
        else if (isCommand && body.StartsWith(subscribe))
            Change(peer, true, body[subscribe.Length..].ToArray());
        else if (isCommand && body.StartsWith(cancel))
            Change(peer, false, body[cancel.Length..].ToArray());
    }

    private void Change(ZmtpConnection peer, bool subscribe, byte[] topic)
    {
        lock (_topics)
        {
            if (!_topics.TryGetValue(peer, out var topics))
                _topics[peer] = topics = [];
            if (subscribe)
                topics.Add(topic);
            else if (topics.FindIndex(t => t.AsSpan().SequenceEqual(topic)) is >= 0 and var at)
                topics.RemoveAt(at);
        }
    }
}
