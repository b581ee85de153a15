using System.Text;
using System.Text.Json.Nodes;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>Messages as they go over the wire.</summary>
public class MessageCodecTests
{
    [Fact]
    public void The_signature_is_the_HMAC_of_RFC_4231()
    {
        // Test case 2: key "Jefe", data "what do ya want for nothing?". The four parts are signed one after the other.
        var codec = new MessageCodec("Jefe", "hmac-sha256");
        List<byte[]> frames = ["<IDS|MSG>"u8.ToArray(), [], .. new[] { "what do ya ", "want for ", "nothing", "?" }.Select(Encoding.ASCII.GetBytes)];
        Assert.Equal("a wrong signature", Assert.Throws<InvalidDataException>(() => codec.Decode(frames)).Message);
        frames[1] = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"u8.ToArray();
        Assert.Equal("parts that are not JSON objects", Assert.Throws<InvalidDataException>(() => codec.Decode(frames)).Message);
    }

    [Fact]
    public void What_is_encoded_is_decoded()
    {
        var codec = new MessageCodec("k", "hmac-sha256");
        var frames = codec.Encode([[1], [2]], "execute_request", new JsonObject { ["code"] = "\"ä\" + '\U0001F600'" }, "{\"msg_id\":\"p\"}"u8.ToArray());
        var message = codec.Decode(frames);
        Assert.Equal([[1], [2]], message.Identities);
        Assert.Equal(("execute_request", "\"ä\" + '\U0001F600'"), (message.Type, message.Text("code")));
        Assert.Equal("{\"msg_id\":\"p\"}", Encoding.UTF8.GetString(frames[^3]));
        Assert.EndsWith(message.Id, (string?)JsonNode.Parse(frames[^4])!["msg_id"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void A_single_changed_byte_is_noticed(int frame)
    {
        var codec = new MessageCodec("k", "hmac-sha256");
        var frames = codec.Encode([[1], [2]], "t", [], null);
        frames[frame][^1] ^= 1;
        Assert.Throws<InvalidDataException>(() => codec.Decode(frames));
    }

    [Fact]
    public void Without_a_key_nothing_is_signed()
    {
        var codec = new MessageCodec("", "hmac-sha256");
        var frames = codec.Encode([], "t", [], null);
        Assert.Empty(frames[1]);
        Assert.Equal("t", codec.Decode(frames).Type);
    }

    [Fact]
    public void Code_points_and_UTF_16_are_told_apart()
    {
        const string Text = "a\U0001F600b\ud800c";
        Assert.Equal([0, 1, 3, 4, 5, 6, 6], Enumerable.Range(0, 7).Select(i => CodePoints.ToUtf16(Text, i)));
        Assert.Equal([0, 1, 2, 3, 4, 5], new[] { 0, 1, 3, 4, 5, 6 }.Select(i => CodePoints.FromUtf16(Text, i)));
        Assert.Equal((0, 6), (CodePoints.ToUtf16(Text, -3), CodePoints.ToUtf16(Text, int.MaxValue)));
    }

    [Fact]
    public void A_connection_file_is_read_and_a_wrong_one_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{"ip":"127.0.0.1","transport":"tcp","key":"k","shell_port":1,"control_port":2,"stdin_port":3,"iopub_port":4,"hb_port":5}""");
            Assert.Equal(new("tcp", "127.0.0.1", "k", "hmac-sha256", 1, 2, 3, 4, 5), ConnectionInfo.Read(file));
            File.WriteAllText(file, "{\"ip\":\"127.0.0.1\"}");
            Assert.Contains("is not a Jupyter connection file", Assert.Throws<InvalidDataException>(() => ConnectionInfo.Read(file)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
