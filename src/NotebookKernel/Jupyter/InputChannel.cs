using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>The stdin channel: questions to the client that sent the running cell.</summary>
internal sealed class InputChannel(MessageCodec codec)
{
    private const string EndOfInput = "\u0004";
    private readonly BlockingCollection<string> _answers = [];

    /// <summary>How questions leave.</summary>
    public Action<List<byte[]>>? Send { get; set; }

    /// <summary>An <c>input_reply</c> came.</summary>
    public void Receive(JupyterMessage message)
    {
        if (message.Type == "input_reply")
            _answers.Add(message.Text("value"));
    }

    /// <summary>The keyboard of one cell.</summary>
    /// <param name="request">Whom to ask.</param>
    /// <param name="allowed">Whether that client can ask a learner.</param>
    /// <param name="flush">Sends what the cell has printed, which is often the question.</param>
    public IInputSource Of(JupyterMessage request, bool allowed, Action flush) => new Keyboard(this, request, allowed, flush);

    private sealed class Keyboard(InputChannel channel, JupyterMessage request, bool allowed, Action flush) : IInputSource
    {
        public string? ReadLine(string prompt, bool isPassword, CancellationToken cancellationToken)
        {
            if (!allowed)
                throw new InvalidOperationException("The cell reads from the console, and this client does not let it ask.");
            while (channel._answers.TryTake(out _))
            {
                // An answer to a question that was interrupted.
            }
            flush();
            channel.Send!(channel.Question(request, prompt, isPassword));
            var answer = channel._answers.Take(cancellationToken);
            return answer == EndOfInput ? null : answer;
        }
    }

    private List<byte[]> Question(JupyterMessage request, string prompt, bool isPassword) =>
        codec.Encode(request.Identities, "input_request", new JsonObject { ["prompt"] = prompt, ["password"] = isPassword }, request.Header);
}
