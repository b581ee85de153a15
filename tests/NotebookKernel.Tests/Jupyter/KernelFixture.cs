namespace NotebookKernel.Tests.Jupyter;

/// <summary>A kernel in this process with a client, for the tests of one class.</summary>
public sealed class KernelFixture : IDisposable
{
    public const string Key = "a-key-of-the-tests";
    private readonly JupyterKernel _kernel;

    public KernelFixture()
    {
        _kernel = new(new("tcp", "127.0.0.1", Key, "hmac-sha256", 0, 0, 0, 0, 0), new CSharpSession(Path.GetTempPath()));
        _kernel.Start();
        Client = new(Connection);
    }

    internal ConnectionInfo Connection => _kernel.Connection;

    internal FakeClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _kernel.Dispose();
    }
}
