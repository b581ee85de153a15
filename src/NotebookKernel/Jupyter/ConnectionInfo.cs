using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace NotebookKernel;

/// <summary>What a connection file says: where the kernel listens, and the key of the signatures.</summary>
/// <param name="Transport"><c>tcp</c> or <c>ipc</c>.</param>
/// <param name="Ip">The address, or the path prefix for <c>ipc</c>.</param>
/// <param name="Key">The key; empty for unsigned messages.</param>
/// <param name="SignatureScheme">Such as <c>hmac-sha256</c>.</param>
/// <param name="Shell">The port of requests.</param>
/// <param name="Control">The port of urgent requests.</param>
/// <param name="Stdin">The port of questions to the learner.</param>
/// <param name="Iopub">The port of outputs.</param>
/// <param name="Heartbeat">The port of the echo.</param>
public sealed record ConnectionInfo(
    string Transport, string Ip, string Key, string SignatureScheme, int Shell, int Control, int Stdin, int Iopub, int Heartbeat)
{
    /// <summary>Reads a connection file.</summary>
    /// <exception cref="InvalidDataException">The file is not one; the message says why.</exception>
    public static ConnectionInfo Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            int Port(string name) => (int)json[name + "_port"]!;
            return new(
                (string?)json["transport"] ?? "tcp", (string?)json["ip"] ?? "127.0.0.1", (string?)json["key"] ?? "",
                (string?)json["signature_scheme"] is { Length: > 0 } scheme ? scheme : "hmac-sha256",
                Port("shell"), Port("control"), Port("stdin"), Port("iopub"), Port("hb"));
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new InvalidDataException($"{path} is not a Jupyter connection file: {e.Message}", e);
        }
    }

    /// <summary>Where a port is.</summary>
    public EndPoint EndPoint(int port) => Transport switch
    {
        "ipc" => new UnixDomainSocketEndPoint($"{Ip}-{port}"),
        "tcp" => new IPEndPoint(
            Ip == "*" ? IPAddress.Any : IPAddress.TryParse(Ip, out var address) ? address : Dns.GetHostAddresses(Ip, AddressFamily.InterNetwork)[0], port),
        _ => throw new InvalidDataException($"The connection file asks for the transport {Transport}; tcp and ipc are known."),
    };
}
