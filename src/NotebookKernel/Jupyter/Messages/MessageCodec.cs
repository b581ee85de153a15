using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>Messages to frames and back: identities, a delimiter, the signature, and four pieces of JSON.</summary>
internal sealed class MessageCodec(string key, string signatureScheme)
{
    /// <summary>The version of the protocol.</summary>
    public const string ProtocolVersion = "5.4";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly byte[] Nothing = "{}"u8.ToArray();

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly HashAlgorithmName _hash = HashName(signatureScheme);
    private readonly string _session = Guid.NewGuid().ToString("N");
    private int _sent;

    private static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>A message to send.</summary>
    /// <param name="addresses">The frames in front: identities, or a topic.</param>
    /// <param name="type">The kind of message.</param>
    /// <param name="content">What it says.</param>
    /// <param name="parent">The header of the message that it belongs to.</param>
    public List<byte[]> Encode(IEnumerable<byte[]> addresses, string type, JsonObject content, byte[]? parent)
    {
        var header = new JsonObject
        {
            ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{_session}_{Interlocked.Increment(ref _sent)}"),
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        byte[] head = Bytes(header), body = Bytes(content), from = parent ?? Nothing;
        return [.. addresses, Delimiter.ToArray(), Sign(head, from, Nothing, body), head, from, Nothing, body];
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidDataException">It is not one, or somebody without the key sent it.</exception>
    public JupyterMessage Decode(List<byte[]> frames)
    {
        var at = frames.FindIndex(f => Delimiter.SequenceEqual(f));
        if (at < 0 || frames.Count < at + 6)
            throw new InvalidDataException("frames that are no message");
        byte[] header = frames[at + 2], parent = frames[at + 3], metadata = frames[at + 4], content = frames[at + 5];
        if (!CryptographicOperations.FixedTimeEquals(frames[at + 1], Sign(header, parent, metadata, content)))
            throw new InvalidDataException("a wrong signature");
        try
        {
            var head = Parse(header);
            _ = (Parse(parent), Parse(metadata));
            if (head["msg_type"] is not JsonValue type || !type.TryGetValue<string>(out var name))
                throw new InvalidDataException("a header without msg_type");
            return new(frames[..at], header, name, head["msg_id"]?.ToString() ?? "", Parse(content));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException("parts that are not JSON objects", e);
        }
    }

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Json);

    private static JsonObject Parse(byte[] json)
    {
        var parsed = JsonNode.Parse(json) as JsonObject ?? throw new InvalidDataException("parts that are not JSON objects");
        _ = parsed.Count; // Reads the names, so that a name given twice is found here.
        return parsed;
    }

    private byte[] Sign(params ReadOnlySpan<byte[]> parts)
    {
        if (_key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(_hash, _key);
        foreach (var part in parts)
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static HashAlgorithmName HashName(string scheme) => scheme switch
    {
        "hmac-sha256" => HashAlgorithmName.SHA256,
        "hmac-sha384" => HashAlgorithmName.SHA384,
        "hmac-sha512" => HashAlgorithmName.SHA512,
        _ => throw new InvalidDataException($"The connection file asks for signatures by {scheme}; hmac-sha256, -sha384 and -sha512 are known."),
    };
}
