using System.Buffers.Binary;
using System.Text;

namespace NotebookKernel;

/// <summary>The bytes of ZMTP 3.0, the protocol that ZeroMQ sockets speak over a stream.</summary>
/// <remarks>Only what Jupyter needs: version 3.0 with the mechanism NULL. Source: ZeroMQ RFC 23.</remarks>
internal static class ZmtpFrames
{
    /// <summary>The longest message that is read: more is taken for nonsense, and the peer is left.</summary>
    public const long LongestMessage = 1L << 30;

    private const int MostFrames = 10_000;
    private const int Chunk = 1 << 20;
    private const int GreetingLength = 64;
    private const byte More = 1, Long = 2, Command = 4;

    /// <summary>What each side says first: signature, version 3.0, mechanism NULL.</summary>
    public static byte[] Greeting()
    {
        var greeting = new byte[GreetingLength];
        greeting[0] = 0xFF;
        greeting[8] = 1;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    /// <summary>The command that ends the handshake.</summary>
    public static byte[] Ready(string socketType) =>
        CommandFrame([5, .. "READY"u8, .. Property("Socket-Type", Encoding.ASCII.GetBytes(socketType)), .. Property("Identity", [])]);

    /// <summary>The answer to a ping.</summary>
    public static byte[] Pong(ReadOnlySpan<byte> context) => CommandFrame([4, .. "PONG"u8, .. context]);

    /// <summary>Reads the peer's greeting.</summary>
    public static void ReadGreeting(Stream stream)
    {
        var greeting = new byte[GreetingLength];
        stream.ReadExactly(greeting);
        if (greeting[0] != 0xFF || (greeting[9] & 1) == 0 || greeting[10] < 3)
            throw new InvalidDataException("not a ZMTP 3 greeting");
        if (!greeting.AsSpan(12, 20).TrimEnd((byte)0).SequenceEqual("NULL"u8))
            throw new InvalidDataException("a security mechanism other than NULL");
    }

    /// <summary>Reads a command or a message.</summary>
    public static (bool IsCommand, List<byte[]> Frames) Read(Stream stream)
    {
        var frames = new List<byte[]>();
        var total = 0L;
        while (true)
        {
            var flags = ReadByte(stream);
            if ((flags & ~(More | Long | Command)) != 0 || ((flags & Command) != 0 && frames.Count > 0))
                throw new InvalidDataException("frame flags that do not exist");
            var size = (flags & Long) != 0 ? ReadSize(stream) : ReadByte(stream);
            total += size;
            if (size < 0 || total > LongestMessage || frames.Count >= MostFrames)
                throw new InvalidDataException("a message that is too long");
            frames.Add(ReadBody(stream, (int)size));
            if ((flags & Command) != 0)
                return (true, frames);
            if ((flags & More) == 0)
                return (false, frames);
        }
    }

    /// <summary>The properties of a READY command.</summary>
    public static Dictionary<string, byte[]> Properties(ReadOnlySpan<byte> command)
    {
        if (!command.StartsWith("\u0005READY"u8))
            throw new InvalidDataException("a handshake without READY");
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        for (var rest = command[6..]; rest.Length > 0;)
        {
            var nameEnd = 1 + rest[0];
            if (rest.Length < nameEnd + 4 || BinaryPrimitives.ReadUInt32BigEndian(rest[nameEnd..]) > rest.Length - nameEnd - 4)
                throw new InvalidDataException("a property that ends too early");
            var end = nameEnd + 4 + BinaryPrimitives.ReadInt32BigEndian(rest[nameEnd..]);
            properties[Encoding.ASCII.GetString(rest[1..nameEnd])] = rest[(nameEnd + 4)..end].ToArray();
            rest = rest[end..];
        }
        return properties;
    }

    /// <summary>A message as it goes over the wire.</summary>
    public static byte[] Encode(IReadOnlyList<byte[]> frames)
    {
        var wire = new byte[frames.Sum(f => f.Length + (f.Length > byte.MaxValue ? 9 : 2))];
        var at = 0;
        for (var i = 0; i < frames.Count; i++)
            at += WriteFrame(wire.AsSpan(at), frames[i], i < frames.Count - 1 ? More : (byte)0);
        return wire;
    }

    private static byte[] CommandFrame(byte[] body)
    {
        var wire = new byte[body.Length + 9];
        return wire[..WriteFrame(wire, body, Command)];
    }

    private static int WriteFrame(Span<byte> wire, byte[] body, byte flags)
    {
        var isLong = body.Length > byte.MaxValue;
        wire[0] = isLong ? (byte)(flags | Long) : flags;
        if (isLong)
            BinaryPrimitives.WriteInt64BigEndian(wire[1..], body.Length);
        else
            wire[1] = (byte)body.Length;
        var header = isLong ? 9 : 2;
        body.CopyTo(wire[header..]);
        return header + body.Length;
    }

    private static byte[] Property(string name, byte[] value)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. value];
    }

    private static byte ReadByte(Stream stream) =>
        stream.ReadByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

    private static long ReadSize(Stream stream)
    {
        Span<byte> size = stackalloc byte[8];
        stream.ReadExactly(size);
        return BinaryPrimitives.ReadInt64BigEndian(size);
    }

    // Memory is taken as bytes arrive: a peer that announces a gigabyte and sends nothing costs nothing.
    private static byte[] ReadBody(Stream stream, int size)
    {
        var body = new byte[Math.Min(size, Chunk)];
        stream.ReadExactly(body);
        while (body.Length < size)
        {
            var read = body.Length;
            Array.Resize(ref body, (int)Math.Min(size, 2L * read));
            stream.ReadExactly(body.AsSpan(read));
        }
        return body;
    }
}
