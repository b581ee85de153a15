using System.Text;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Sends the outputs of one cell to the clients, printed text in pieces of moderate number and size.</summary>
/// <remarks>A cell that prints a line at a time does so thousands of times a second; a client would drown in messages. Text waits
/// for a moment, or until something else comes or the cell ends, and nothing is ever out of order.</remarks>
internal sealed class OutputSink(OutputChannel channel, byte[] parent, StreamClock clock) : IOutputSink
{
    private const int LongestPiece = 1 << 16;
    private const int LongestEntry = 64 << 20;

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private string _stream = "";

    public bool AcceptsLate => true;

    public void Write(CellOutput output, string? displayId)
    {
        lock (_gate)
        {
            if (output is StreamOutput text)
            {
                Write(text);
                return;
            }
            Flush();
            switch (output)
            {
                case DisplayOutput display:
                    channel.Send("display_data", Display(display, displayId), parent);
                    break;
                case ResultOutput result:
                    channel.Send("execute_result", new JsonObject
                    {
                        ["execution_count"] = result.ExecutionCount,
                        ["data"] = Data(result.Data),
                        ["metadata"] = result.Metadata.DeepClone(),
                    }, parent);
                    break;
                case ErrorOutput error:
                    channel.Send("error", Replies.Error(error), parent);
                    break;
            }
        }
    }

    public void Update(CellOutput output, string displayId)
    {
        lock (_gate)
        {
            Flush();
            if (output is DisplayOutput display)
                channel.Send("update_display_data", Display(display, displayId), parent);
        }
    }

    public void Clear(bool wait)
    {
        lock (_gate)
        {
            Flush();
            channel.Send("clear_output", new JsonObject { ["wait"] = wait }, parent);
        }
    }

    /// <summary>Sends the text that waits.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_text.Length == 0)
                return;
            channel.Send("stream", new JsonObject { ["name"] = _stream, ["text"] = _text.ToString() }, parent);
            _text.Clear();
        }
    }

    /// <summary>A bundle as JSON; what no client could show is replaced by a sentence.</summary>
    internal static JsonObject Data(MimeBundle bundle)
    {
        var data = new JsonObject();
        var left = "";
        foreach (var (type, value) in bundle.Entries)
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var content) && content.Length > LongestEntry)
                left += FormattableString.Invariant($"\n({type} of {content.Length:N0} characters is too long to be shown)");
            else
                data[type] = value?.DeepClone();
        }
        if (left.Length > 0)
            data[MimeOrder.Plain] = ((data[MimeOrder.Plain] as JsonValue)?.GetValue<string>() + left).TrimStart('\n');
        return data;
    }

    private static JsonObject Display(DisplayOutput display, string? displayId) => new()
    {
        ["data"] = Data(display.Data),
        ["metadata"] = display.Metadata.DeepClone(),
        ["transient"] = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId },
    };

    private void Write(StreamOutput output)
    {
        if (output.Name != _stream)
            Flush();
        _stream = output.Name;
        if (_text.Length == 0)
            clock.Wake(this);
        _text.Append(output.Text);
        if (_text.Length > LongestPiece)
            Flush();
    }
}
