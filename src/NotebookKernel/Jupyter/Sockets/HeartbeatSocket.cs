namespace NotebookKernel;

/// <summary>A REP that says back what it hears: clients see by it that the kernel is alive.</summary>
internal sealed class HeartbeatSocket() : ZmtpSocket("REP")
{
    /// <inheritdoc/>
    protected override void Received(ZmtpConnection peer, bool isCommand, List<byte[]> frames)
    {
        if (!isCommand)
            peer.Send(ZmtpFrames.Encode(frames));
    }
}
