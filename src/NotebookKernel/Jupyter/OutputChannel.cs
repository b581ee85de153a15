using System.Text;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>The iopub channel: what every client sees.</summary>
internal sealed class OutputChannel(PublisherSocket socket, MessageCodec codec)
{
    public void Send(string type, JsonObject content, byte[]? parent) =>
        socket.Send(codec.Encode([Encoding.ASCII.GetBytes("kernel." + type)], type, content, parent));

    public void Status(string state, byte[]? parent) => Send("status", Replies.Status(state), parent);
}
